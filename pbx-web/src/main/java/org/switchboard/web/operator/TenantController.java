package org.switchboard.web.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.page.Typed;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** The hosted companies: the list, a new one with its first admin, and another admin for one that lost theirs. */
@PageController
@RequestMapping("/operator/tenants")
public final class TenantController {

    private final TenantService tenants;
    private final TenantOnboarding onboarding;
    private final UserService users;
    private final Problems problems;

    TenantController(TenantService tenants, TenantOnboarding onboarding, UserService users, Problems problems) {
        this.tenants = tenants;
        this.onboarding = onboarding;
        this.users = users;
        this.problems = problems;
    }

    @GetMapping
    String list(@RequestParam(required = false) String after, Model model) {
        Page<Tenant> page = tenants.list(after, Page.DEFAULT_LIMIT);
        model.addAttribute("tenants", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        return "operator/tenants";
    }

    @GetMapping("/new")
    String fresh() {
        return "operator/new";
    }

    @PostMapping
    String create(@RequestParam String slug, @RequestParam String name, @RequestParam String language, @RequestParam String adminName,
                  @RequestParam String adminEmail, Model model, HttpServletRequest request, HttpServletResponse response,
                  RedirectAttributes flash) {
        TenantDraft draft = new TenantDraft(slug, name, language, null);
        NewUser[] admin = new NewUser[1];
        if (!problems.accepted(model, request, response,
                () -> admin[0] = onboarding.open(draft, new UserDraft(adminEmail, adminName, Role.ADMIN, false)))) {
            return "operator/new";
        }
        return shown(draft.slug(), admin[0], flash);
    }

    @GetMapping("/{slug}")
    String page(@PathVariable String slug, Model model) {
        model.addAttribute("tenant", tenants.find(slug));
        return "operator/tenant";
    }

    @PostMapping("/{slug}/limit")
    String limit(@PathVariable String slug, @RequestParam String callLimit, Model model, HttpServletRequest request,
                 HttpServletResponse response, RedirectAttributes flash) {
        boolean accepted = problems.accepted(model, request, response, () -> tenants.update(slug, today -> new TenantDraft(today.slug(),
                today.name(), today.language(), today.timeZone(), today.country(), today.outsidePrefix(), Typed.number("callLimit", callLimit, "invalid.callLimit"))));
        if (!accepted) {
            return page(slug, model);
        }
        flash.addFlashAttribute("notice", "saved.live");
        return "redirect:/operator/tenants/" + slug;
    }

    @PostMapping("/{slug}/admins")
    String addAdmin(@PathVariable String slug, @RequestParam String email, @RequestParam String name,
                    @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response,
                    RedirectAttributes flash) {
        UUID tenantId = tenants.find(slug).id();
        NewUser[] made = new NewUser[1];
        boolean accepted = problems.accepted(model, request, response, () -> made[0] = TenantScope.tenant(tenantId, me.getUsername())
                .call(() -> users.create(new UserDraft(email, name, Role.ADMIN, false))));
        if (!accepted) {
            return page(slug, model);
        }
        return shown(slug, made[0], flash);
    }

    private static String shown(String slug, NewUser admin, RedirectAttributes flash) {
        flash.addFlashAttribute("email", admin.user().email());
        flash.addFlashAttribute("password", admin.password());
        return "redirect:/operator/tenants/" + slug;
    }
}
