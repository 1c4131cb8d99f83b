package org.switchboard.web.schedule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of opening hours, new ones, and their name, weekly hours and ways out. */
@PageController
public final class ScheduleController {

    static final String PAGE = "schedule/page";
    static final String BODY = "body";

    private final ScheduleService schedules;
    private final SchedulePages pages;
    private final TenantService tenants;
    private final DestinationForm destinations;
    private final Problems problems;

    ScheduleController(ScheduleService schedules, SchedulePages pages, TenantService tenants, DestinationForm destinations, Problems problems) {
        this.schedules = schedules;
        this.pages = pages;
        this.tenants = tenants;
        this.destinations = destinations;
        this.problems = problems;
    }

    @GetMapping("/schedules")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Schedule> page = schedules.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", pages.rows(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("count", schedules.count());
        return "schedule/list";
    }

    @GetMapping("/schedules/new")
    String fresh(Model model) {
        model.addAttribute("zones", SchedulePages.zones());
        model.addAttribute("timeZone", tenants.current().timeZone());
        return "schedule/new";
    }

    @PostMapping("/schedules")
    String create(@RequestParam String name, @RequestParam String timeZone, @RequestParam(defaultValue = OfficeWeek.OPENS) String opens,
                  @RequestParam(defaultValue = OfficeWeek.CLOSES) String closes, Model model, HttpServletRequest request, HttpServletResponse response,
                  RedirectAttributes flash) {
        UUID[] made = new UUID[1];
        boolean accepted = problems.accepted(model, request, response,
                () -> made[0] = OfficeWeek.create(schedules, name, timeZone, opens, closes).id());
        if (!accepted) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "schedule.created");
        flash.addFlashAttribute("noticeArg", name.strip());
        return "redirect:/schedules/" + made[0];
    }

    @GetMapping("/schedules/{id}")
    String page(@PathVariable UUID id, Model model) {
        pages.fill(id, model);
        return PAGE;
    }

    @PostMapping("/schedules/{id}/identity")
    String identity(@PathVariable UUID id, @RequestParam String name, @RequestParam String timeZone, @RequestParam(defaultValue = "") String code,
                    Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response,
                () -> schedules.update(id, today -> today.withIdentity(name, timeZone, code.isBlank() ? null : code)));
        return shown(id, "identity", accepted, model, request);
    }

    @PostMapping("/schedules/{id}/hours")
    String hours(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        List<HoursDraft> typed = new ArrayList<>(HoursRows.read(request));
        boolean accepted = problems.accepted(model, request, response, () -> schedules.update(id, today -> today.withHours(typed)));
        if (!accepted) {
            model.addAttribute("grid", HoursRows.days(typed, problemsOf(model)));
        }
        return shown(id, "hours", accepted, model, request);
    }

    @PostMapping("/schedules/{id}/exits")
    String exits(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> schedules.update(id, today -> today.leadingTo(
                destinations.read(request, "open"), destinations.read(request, "closed"), destinations.read(request, "holiday"))));
        return shown(id, "exits", accepted, model, request);
    }

    @PostMapping("/schedules/{id}/delete")
    String delete(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        String name = schedules.find(id).name();
        if (!problems.accepted(model, request, response, () -> schedules.delete(id))) {
            pages.fill(id, model);
            return PAGE;
        }
        flash.addFlashAttribute("notice", "schedule.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/schedules";
    }

    private String shown(UUID id, String group, boolean accepted, Model model, HttpServletRequest request) {
        pages.fill(id, model);
        model.addAttribute(accepted ? "saved" : "failed", group);
        return Problems.inPlace(request, PAGE, BODY);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> problemsOf(Model model) {
        return (Map<String, String>) model.getAttribute("problems");
    }
}
