package org.switchboard.web.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.forwarding.ForwardingService;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.extension.ExtensionRows;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** Forwarding and do-not-disturb of one's own extensions. Somebody else's are not found. */
@PageController
public final class MyForwardingController {

    private final ExtensionService extensions;
    private final ForwardingService forwarding;
    private final ForwardingForm form;
    private final ExtensionRows rows;
    private final Problems problems;

    MyForwardingController(ExtensionService extensions, ForwardingService forwarding, ForwardingForm form, ExtensionRows rows,
                           Problems problems) {
        this.extensions = extensions;
        this.forwarding = forwarding;
        this.form = form;
        this.rows = rows;
        this.problems = problems;
    }

    @PostMapping("/my-extension/{number}/forwarding")
    String forwarding(@PathVariable String number, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
                      HttpServletResponse response) {
        own(number, me);
        boolean accepted = problems.accepted(model, request, response, () -> form.save(number, request));
        return shown(number, "forwarding", accepted, model, request);
    }

    @PostMapping("/my-extension/{number}/do-not-disturb")
    String doNotDisturb(@PathVariable String number, @RequestParam(defaultValue = "false") boolean on,
                        @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request) {
        own(number, me);
        extensions.update(number, today -> today.withDoNotDisturb(on));
        return shown(number, "doNotDisturb", true, model, request);
    }

    private void own(String number, SignedInUser me) {
        if (!me.id().equals(extensions.find(number).userId())) {
            throw new NotFound("extension", number);
        }
    }

    // Without scripts the page shows this extension alone, so that what was typed stands in its form only.
    private String shown(String number, String part, boolean accepted, Model model, HttpServletRequest request) {
        Extension extension = extensions.find(number);
        model.addAttribute("extension", extension);
        model.addAttribute("forwarding", forwarding.find(number));
        model.addAttribute("rows", rows.of(List.of(extension)));
        model.addAttribute("forwardings", List.of(forwarding.find(number)));
        model.addAttribute("saved", accepted ? part : "");
        model.addAttribute("base", "/my-extension/" + number);
        model.addAttribute("idPrefix", "x" + number + "-");
        return Problems.inPlace(request, request.getHeader("HX-Request") == null ? "extension/mine" : "forwarding/groups", part);
    }
}
