package org.switchboard.web.extension;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionDraft;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.forwarding.ForwardingService;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** The list of extensions, a new extension, and the settings of one, each group saved in place. */
@PageController
public final class ExtensionController {

    private static final String PAGE = "extension/page";

    private final ExtensionService extensions;
    private final ExtensionRows rows;
    private final ExtensionPages pages;
    private final ForwardingService forwarding;
    private final Problems problems;

    ExtensionController(ExtensionService extensions, ExtensionRows rows, ExtensionPages pages, ForwardingService forwarding,
                        Problems problems) {
        this.forwarding = forwarding;
        this.extensions = extensions;
        this.rows = rows;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping("/extensions")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Extension> page = extensions.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", rows.of(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("count", extensions.count());
        return "extension/list";
    }

    @GetMapping("/extensions/new")
    String fresh(Model model) {
        model.addAttribute("number", extensions.nextFreeNumber());
        return "extension/new";
    }

    @PostMapping("/extensions")
    String create(@RequestParam String number, @RequestParam String name, Model model, HttpServletRequest request,
                  HttpServletResponse response, RedirectAttributes flash) {
        ExtensionDraft draft = new ExtensionDraft(number, name, null, null, null);
        if (!problems.accepted(model, request, response, () -> extensions.create(draft))) {
            return "extension/new";
        }
        flash.addFlashAttribute("notice", "extension.created");
        flash.addFlashAttribute("noticeArg", draft.number());
        return "redirect:/extensions/" + draft.number();
    }

    @GetMapping("/extensions/{number}")
    String page(@PathVariable String number, Model model) {
        pages.fill(number, model);
        return PAGE;
    }

    @PostMapping("/extensions/{number}/identity")
    String identity(@PathVariable String number, @RequestParam("number") String newNumber, @RequestParam String name, Model model,
                    HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        ExtensionDraft[] saved = new ExtensionDraft[1];
        boolean accepted = problems.accepted(model, request, response, () -> saved[0] = extensions.update(number,
                today -> today.withIdentity(newNumber, name)).draft());
        if (accepted && !saved[0].number().equals(number)) {
            // The page has moved with its number.
            flash.addFlashAttribute("notice", "extension.renumbered");
            flash.addFlashAttribute("noticeArg", saved[0].number());
            return moved(request, response, "/extensions/" + saved[0].number());
        }
        return shown(number, "identity", accepted, model, request);
    }

    @PostMapping("/extensions/{number}/owner")
    String owner(@PathVariable String number, @RequestParam(required = false) UUID userId, Model model, HttpServletRequest request,
                 HttpServletResponse response) {
        return save(number, "owner", model, request, response, today -> today.withUserId(userId));
    }

    @PostMapping("/extensions/{number}/calls")
    String calls(@PathVariable String number, @RequestParam String ringSeconds, @RequestParam CallPermission mayCall,
                 @RequestParam(required = false) UUID callerIdNumberId, @RequestParam(defaultValue = "false") boolean hideCallerId, Model model,
                 HttpServletRequest request, HttpServletResponse response) {
        return save(number, "calls", model, request, response,
                today -> today.withCalls(seconds(ringSeconds), mayCall, callerIdNumberId, hideCallerId));
    }

    @PostMapping("/extensions/{number}/delete")
    String delete(@PathVariable String number, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        extensions.delete(number);
        flash.addFlashAttribute("notice", "extension.deleted");
        flash.addFlashAttribute("noticeArg", number);
        return "redirect:/extensions";
    }

    @GetMapping("/my-extension")
    String mine(@AuthenticationPrincipal SignedInUser me, Model model) {
        List<Extension> own = extensions.ofUser(me.id());
        model.addAttribute("rows", rows.of(own));
        model.addAttribute("forwardings", own.stream().map(extension -> forwarding.find(extension.number())).toList());
        return "extension/mine";
    }

    private String save(String number, String group, Model model, HttpServletRequest request, HttpServletResponse response,
                        UnaryOperator<ExtensionDraft> change) {
        boolean accepted = problems.accepted(model, request, response, () -> extensions.update(number, change));
        return shown(number, group, accepted, model, request);
    }

    private String shown(String number, String group, boolean accepted, Model model, HttpServletRequest request) {
        pages.fill(number, model);
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }

    private static String moved(HttpServletRequest request, HttpServletResponse response, String to) {
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + to;
        }
        response.setHeader("HX-Redirect", request.getContextPath() + to);
        return "fragments :: nothing";
    }

    private static Integer seconds(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput("ringSeconds", "invalid.extension.ringSeconds");
        }
    }
}
