package org.switchboard.web.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.web.extension.ExtensionPages;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** Forwarding and do-not-disturb of any extension, on its page. */
@PageController
public final class ForwardingController {

    private static final String PAGE = "extension/page";

    private final ExtensionService extensions;
    private final ForwardingForm form;
    private final ExtensionPages pages;
    private final Problems problems;

    ForwardingController(ExtensionService extensions, ForwardingForm form, ExtensionPages pages, Problems problems) {
        this.extensions = extensions;
        this.form = form;
        this.pages = pages;
        this.problems = problems;
    }

    @PostMapping("/extensions/{number}/forwarding")
    String forwarding(@PathVariable String number, Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> form.save(number, request));
        return shown(number, "forwarding", accepted, model, request);
    }

    @PostMapping("/extensions/{number}/do-not-disturb")
    String doNotDisturb(@PathVariable String number, @RequestParam(defaultValue = "false") boolean on, Model model, HttpServletRequest request) {
        extensions.update(number, today -> today.withDoNotDisturb(on));
        return shown(number, "doNotDisturb", true, model, request);
    }

    private String shown(String number, String part, boolean accepted, Model model, HttpServletRequest request) {
        pages.fill(number, model);
        model.addAttribute("saved", accepted ? part : "");
        model.addAttribute("base", "/extensions/" + number);
        return Problems.inPlace(request, request.getHeader("HX-Request") == null ? PAGE : "forwarding/groups", part);
    }
}
