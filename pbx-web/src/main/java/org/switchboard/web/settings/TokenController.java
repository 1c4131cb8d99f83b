package org.switchboard.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.ApiTokenDraft;
import org.switchboard.web.api.ApiTokenService;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.Role;

/** A company's API tokens: made, shown once, revoked. */
@PageController
@RequestMapping("/settings/tokens")
public final class TokenController {

    private static final List<Role> ROLES = List.of(Role.ADMIN, Role.SUPERVISOR, Role.USER);

    private final ApiTokenService tokens;
    private final PortalProperties portal;
    private final Problems problems;

    TokenController(ApiTokenService tokens, PortalProperties portal, Problems problems) {
        this.tokens = tokens;
        this.portal = portal;
        this.problems = problems;
    }

    @GetMapping
    String page(@RequestParam(required = false) UUID after, Model model) {
        Page<?> page = tokens.list(after, Page.DEFAULT_LIMIT);
        model.addAttribute("tokens", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("roles", ROLES);
        model.addAttribute("apiUrl", portal.portalUrl() + "/api/v1");
        return "settings/tokens";
    }

    @PostMapping
    String create(@RequestParam String name, @RequestParam Role role, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        problems.accepted(model, request, response,
                () -> model.addAttribute("secret", tokens.create(new ApiTokenDraft(name, role))));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(null, model);
    }

    @PostMapping("/{id}/delete")
    String revoke(@PathVariable UUID id, RedirectAttributes flash) {
        tokens.revoke(id);
        flash.addFlashAttribute("notice", "token.revoked");
        return "redirect:/settings/tokens";
    }
}
