package org.switchboard.web.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.report.Every;
import org.switchboard.telephony.report.ReportSchedule;
import org.switchboard.telephony.report.ReportScheduleDraft;
import org.switchboard.telephony.report.ReportScheduleService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.voicemail.VoicemailProperties;

/** The reports that come by mail: listed, made, changed. */
@PageController
@RequestMapping("/reports/schedules")
public final class ReportScheduleController {

    private static final String PAGE = "report/schedule";

    private final ReportScheduleService schedules;
    private final BoardService board;
    private final VoicemailProperties.Smtp smtp;
    private final Problems problems;

    ReportScheduleController(ReportScheduleService schedules, BoardService board, VoicemailProperties voicemail, Problems problems) {
        this.schedules = schedules;
        this.board = board;
        this.smtp = voicemail.smtp();
        this.problems = problems;
    }

    /** What a form sends. */
    record Form(String name, String every, String atTime, String which, List<String> queues, String recipients, String language, Boolean active) {

        /** A browser leaves out what is not ticked. */
        Form {
            active = Boolean.TRUE.equals(active);
        }

        ReportScheduleDraft draft() {
            List<UUID> chosen = "some".equals(which) ? queues == null ? List.of() : queues.stream().map(Form::id).toList() : null;
            return new ReportScheduleDraft(name, rhythm(), atTime, chosen, recipients == null ? List.of() : Arrays.asList(recipients.split("[,;\\s]+")),
                    language, active);
        }

        private Every rhythm() {
            return Arrays.stream(Every.values()).filter(one -> one.value().equals(every)).findFirst().orElse(null);
        }

        private static UUID id(String typed) {
            try {
                return UUID.fromString(typed);
            } catch (IllegalArgumentException noId) {
                throw new InvalidInput("queueIds", "invalid.report.queue");
            }
        }
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("queues", board.settings().queues());
        model.addAttribute("rhythms", Every.values());
        model.addAttribute("mailIsSetUp", smtp.isSetUp());
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("schedules", schedules.all());
        return "report/schedules";
    }

    @GetMapping("/new")
    String fresh() {
        return "report/new-schedule";
    }

    @PostMapping
    String create(@ModelAttribute("sent") Form form, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        ReportSchedule[] made = new ReportSchedule[1];
        if (!problems.accepted(model, request, response, () -> made[0] = schedules.create(form.draft()))) {
            return fresh();
        }
        flash.addFlashAttribute("notice", "schedules.report.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/reports/schedules";
    }

    @GetMapping("/{id}")
    String page(@PathVariable UUID id, Model model) {
        model.addAttribute("schedule", schedules.find(id));
        return PAGE;
    }

    @PostMapping("/{id}")
    String save(@PathVariable UUID id, @ModelAttribute("sent") Form form, Model model, HttpServletRequest request, HttpServletResponse response) {
        schedules.find(id);
        boolean accepted = problems.accepted(model, request, response, () -> schedules.update(id, today -> form.draft()));
        model.addAttribute("saved", accepted);
        page(id, model);
        return Problems.inPlace(request, PAGE, "settings");
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = schedules.find(id).name();
        schedules.delete(id);
        flash.addFlashAttribute("notice", "schedules.report.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/reports/schedules";
    }
}
