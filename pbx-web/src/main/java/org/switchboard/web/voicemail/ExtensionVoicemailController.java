package org.switchboard.web.voicemail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The group "Voicemail" on an extension's page, which asks for it when it is shown. */
@PageController
public final class ExtensionVoicemailController {

    private static final String GROUP = "voicemail/extension :: group";

    private final ExtensionService extensions;
    private final VoicemailBoxService boxes;
    private final VoicemailMessageService messages;
    private final Problems problems;

    ExtensionVoicemailController(ExtensionService extensions, VoicemailBoxService boxes, VoicemailMessageService messages, Problems problems) {
        this.extensions = extensions;
        this.boxes = boxes;
        this.messages = messages;
        this.problems = problems;
    }

    @GetMapping("/extensions/{number}/voicemail")
    String group(@PathVariable String number, Model model) {
        model.addAttribute("extension", extensions.find(number));
        boxes.ofExtension(number).ifPresent(box -> {
            model.addAttribute("box", box);
            model.addAttribute("use", messages.use(List.of(box)).get(box.id()));
        });
        return GROUP;
    }

    @PostMapping("/extensions/{number}/voicemail")
    String make(@PathVariable String number, Model model, HttpServletRequest request, HttpServletResponse response) {
        extensions.find(number);
        boolean made = problems.accepted(model, request, response, () -> boxes.createFor(number));
        if (request.getHeader("HX-Request") == null && made) {
            return "redirect:/voicemail-boxes/" + number;
        }
        model.addAttribute("saved", made);
        return group(number, model);
    }
}
