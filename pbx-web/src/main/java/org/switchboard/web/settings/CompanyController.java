package org.switchboard.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** A company's name, language and time zone. */
@PageController
@RequestMapping("/settings/company")
public final class CompanyController {

    private final TenantService tenants;
    private final Problems problems;

    CompanyController(TenantService tenants, Problems problems) {
        this.tenants = tenants;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("zones", ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted().toList());
        return "settings/company";
    }

    @PostMapping
    String save(@RequestParam String name, @RequestParam String language, @RequestParam String timeZone, Model model,
                HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        String slug = tenants.current().slug();
        if (!problems.accepted(model, request, response,
                () -> tenants.updateCurrent(new TenantDraft(slug, name, language, timeZone)))) {
            return page(model);
        }
        flash.addFlashAttribute("notice", "company.saved");
        return "redirect:/settings/company";
    }
}
