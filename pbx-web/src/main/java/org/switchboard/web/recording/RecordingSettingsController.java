package org.switchboard.web.recording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.recording.RecordingSettingsDraft;
import org.switchboard.telephony.recording.RecordingSettingsService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.page.Typed;

/** What a company decides about its recordings. */
@PageController
@RequestMapping("/settings/recordings")
public final class RecordingSettingsController {

    private static final String DAYS_OF = "days-";

    private final RecordingSettingsService settings;
    private final PromptService prompts;
    private final QueueService queues;
    private final Problems problems;

    RecordingSettingsController(RecordingSettingsService settings, PromptService prompts, QueueService queues, Problems problems) {
        this.settings = settings;
        this.prompts = prompts;
        this.queues = queues;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("settings", settings.find());
        model.addAttribute("prompts", prompts.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("queues", queues());
        return "recording/settings";
    }

    @PostMapping
    String save(@RequestParam(required = false) UUID noticePromptId, @RequestParam(defaultValue = "") String keepDays,
                @RequestParam(defaultValue = "false") boolean ownCalls, Model model, HttpServletRequest request, HttpServletResponse response,
                RedirectAttributes flash) {
        if (!problems.accepted(model, request, response, () -> {
            Integer days = Typed.number("keepDays", keepDays, "invalid.recording.days");
            List<RecordingSettingsDraft.Keeping> own = ownDays(request);
            settings.update(today -> new RecordingSettingsDraft(noticePromptId, days, ownCalls, own));
        })) {
            return page(model);
        }
        flash.addFlashAttribute("notice", "recordings.saved");
        return "redirect:/settings/recordings";
    }

    /** An empty field keeps a queue's recordings as long as the company's. */
    private List<RecordingSettingsDraft.Keeping> ownDays(HttpServletRequest request) {
        List<RecordingSettingsDraft.Keeping> own = new ArrayList<>();
        for (Queue queue : queues()) {
            String field = DAYS_OF + queue.id();
            Integer days = Typed.number(field, request.getParameter(field), "invalid.recording.days");
            if (days != null) {
                if (days < 1 || days > RecordingSettingsDraft.MAX_DAYS) {
                    throw new InvalidInput(field, "invalid.recording.days");
                }
                own.add(new RecordingSettingsDraft.Keeping(queue.id(), days));
            }
        }
        return own;
    }

    private List<Queue> queues() {
        return queues.list(null, null, Page.MAX_LIMIT).items();
    }
}
