package org.switchboard.web.schedule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.schedule.DayDraft;
import org.switchboard.telephony.schedule.DayKind;
import org.switchboard.telephony.schedule.EarlyClosing;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleFeeds;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.schedule.SwitchDraft;
import org.switchboard.telephony.schedule.SwitchPosition;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** What differs from the week: the switch, holidays, exceptions, and calendars that bring them. */
@PageController
public final class ScheduleDayController {

    private final ScheduleService schedules;
    private final ScheduleFeeds feeds;
    private final SchedulePages pages;
    private final Problems problems;
    private final MessageSource messages;

    ScheduleDayController(ScheduleService schedules, ScheduleFeeds feeds, SchedulePages pages, Problems problems, MessageSource messages) {
        this.schedules = schedules;
        this.feeds = feeds;
        this.pages = pages;
        this.problems = problems;
        this.messages = messages;
    }

    @PostMapping("/schedules/{id}/switch")
    String switchTo(@PathVariable UUID id, @RequestParam SwitchPosition override, @RequestParam(defaultValue = "never") String end,
                    @RequestParam(defaultValue = "") String date, @RequestParam(defaultValue = "") String time, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        return done(id, "switch", model, request, response, () -> {
            Instant until = end.equals("time") ? moment(schedules.find(id), date, time) : null;
            schedules.switchTo(id, new SwitchDraft(override, until, end.equals("change")));
        });
    }

    @PostMapping("/schedules/{id}/early")
    String closeEarly(@PathVariable UUID id, @RequestParam(defaultValue = "") String date, @RequestParam(defaultValue = "") String closes,
                      Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(id, "early", model, request, response, () -> {
            Schedule schedule = schedules.find(id);
            String name = messages.getMessage("schedule.early.name", new Object[] {closes.strip()}, LocaleContextHolder.getLocale());
            EarlyClosing early = new EarlyClosing(date(date), closes, name);
            Forms.renamed(Map.of("days[", "closes"), () -> schedules.update(id, today -> early.apply(schedule, today)));
        });
    }

    @PostMapping("/schedules/{id}/days")
    String addDay(@PathVariable UUID id, @RequestParam(defaultValue = "holiday") String kind, @RequestParam String dayName,
                  @RequestParam(defaultValue = "") String firstDay, @RequestParam(defaultValue = "") String lastDay,
                  @RequestParam(defaultValue = "") String opens, @RequestParam(defaultValue = "") String closes, Model model,
                  HttpServletRequest request, HttpServletResponse response) {
        return done(id, "days", model, request, response, () -> {
            DayDraft day = new DayDraft(kind.equals("exception") ? DayKind.EXCEPTION : DayKind.HOLIDAY, dayName, named("firstDay", firstDay),
                    lastDay.isBlank() ? null : named("lastDay", lastDay), opens, closes);
            int place = schedules.find(id).draft(Map.of()).days().size();
            String row = "days[" + place + "].";
            Forms.renamed(Map.of(row + "name", "dayName", row, ""), () -> schedules.update(id, today -> {
                List<DayDraft> days = new ArrayList<>(today.days());
                days.add(day);
                return today.withDays(days);
            }));
        });
    }

    @PostMapping("/schedules/{id}/days/{dayId}/delete")
    String deleteDay(@PathVariable UUID id, @PathVariable UUID dayId, Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(id, "days", model, request, response, () -> schedules.deleteDay(id, dayId));
    }

    @PostMapping("/schedules/{id}/feed")
    String feed(@PathVariable UUID id, @RequestParam(defaultValue = "") String feedUrl, Model model, HttpServletRequest request,
                HttpServletResponse response) {
        return done(id, "feed", model, request, response, () -> {
            if (schedules.update(id, today -> today.withFeed(feedUrl.isBlank() ? null : feedUrl)).feed() != null) {
                feeds.refresh(id);
            }
        });
    }

    @PostMapping("/schedules/{id}/feed/read")
    String readFeed(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return done(id, "feed", model, request, response, () -> feeds.refresh(id));
    }

    @PostMapping("/schedules/{id}/import")
    String importFile(@PathVariable UUID id, @RequestParam(required = false) MultipartFile file, Model model, HttpServletRequest request,
                      HttpServletResponse response) {
        return done(id, "import", model, request, response, () -> model.addAttribute("imported", feeds.importFile(id, bytes(file))));
    }

    private String done(UUID id, String group, Model model, HttpServletRequest request, HttpServletResponse response, Runnable work) {
        boolean accepted = problems.accepted(model, request, response, work);
        pages.fill(id, model);
        model.addAttribute(accepted ? "saved" : "failed", group);
        return Problems.inPlace(request, ScheduleController.PAGE, ScheduleController.BODY);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException cutOff) {
            throw new InvalidInput("file", "invalid.ical.broken");
        }
    }

    private static LocalDate named(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException noDate) {
            throw new InvalidInput(field, "invalid.schedule.date");
        }
    }

    private static LocalDate date(String typed) {
        return named("date", typed);
    }

    private static Instant moment(Schedule schedule, String date, String time) {
        try {
            return LocalDate.parse(date.strip()).atTime(LocalTime.parse(time.strip())).atZone(schedule.zone()).toInstant();
        } catch (DateTimeException noMoment) {
            throw new InvalidInput("until", "invalid.schedule.until");
        }
    }
}
