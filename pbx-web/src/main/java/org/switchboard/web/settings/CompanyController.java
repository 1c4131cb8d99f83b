package org.switchboard.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** A company's name, language, time zone, and how it dials. */
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
    String page(Locale locale, Model model) {
        model.addAttribute("countries", countries(locale));
        model.addAttribute("zones", ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted().toList());
        return "settings/company";
    }

    @PostMapping
    String save(@RequestParam String name, @RequestParam String language, @RequestParam String timeZone, @RequestParam String country,
                @RequestParam String outsidePrefix, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response,
                RedirectAttributes flash) {
        if (!problems.accepted(model, request, response, () -> tenants.updateCurrent(today ->
                new TenantDraft(today.slug(), name, language, timeZone, country, outsidePrefix, today.callLimit())))) {
            return page(locale, model);
        }
        flash.addFlashAttribute("notice", "company.saved");
        return "redirect:/settings/company";
    }

    private static Map<String, String> countries(Locale locale) {
        Map<String, String> byName = new TreeMap<>(Collator.getInstance(locale));
        NumberForm.countries().forEach(code -> byName.put(Locale.of("", code).getDisplayCountry(locale), code));
        return byName;
    }
}
