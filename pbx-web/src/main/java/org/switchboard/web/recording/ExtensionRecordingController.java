package org.switchboard.web.recording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.extension.RecordPolicy;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.recording.RecordingSettingsService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The group "Recording" on an extension's page, which asks for it when it is shown. */
@PageController
public final class ExtensionRecordingController {

    private static final String GROUP = "recording/extension :: group";

    private final ExtensionService extensions;
    private final RecordingSettingsService settings;
    private final Problems problems;

    ExtensionRecordingController(ExtensionService extensions, RecordingSettingsService settings, Problems problems) {
        this.extensions = extensions;
        this.settings = settings;
        this.problems = problems;
    }

    @GetMapping("/extensions/{number}/recording")
    String group(@PathVariable String number, Model model) {
        model.addAttribute("extension", extensions.find(number));
        model.addAttribute("policy", settings.policy(number));
        model.addAttribute("policies", RecordPolicy.values());
        model.addAttribute("told", settings.find().noticePromptId() != null);
        return GROUP;
    }

    @PostMapping("/extensions/{number}/recording")
    String save(@PathVariable String number, @RequestParam(required = false) String record, Model model, HttpServletRequest request,
                HttpServletResponse response) {
        extensions.find(number);
        boolean saved = problems.accepted(model, request, response, () -> settings.setPolicy(number, read(record)));
        if (request.getHeader("HX-Request") == null && saved) {
            return "redirect:/extensions/" + number;
        }
        model.addAttribute("saved", saved);
        return group(number, model);
    }

    private static RecordPolicy read(String typed) {
        try {
            return RecordPolicy.of(typed == null ? "" : typed);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("record", "invalid.recording.policy");
        }
    }
}
