package org.switchboard.web.number;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.CallerRuleDraft;
import org.switchboard.telephony.number.CallerRuleService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** Callers who are let in always, or never: one page to see, try and change them. */
@PageController
@RequestMapping("/blocked-callers")
public final class CallerRuleController {

    private final CallerRuleService rules;
    private final Problems problems;

    CallerRuleController(CallerRuleService rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    @GetMapping
    String page(@RequestParam(required = false) String caller, Model model) {
        model.addAttribute("rules", rules.all());
        model.addAttribute("caller", caller);
        model.addAttribute("decides", caller == null ? null : rules.deciding(caller).orElse(null));
        return "number/callers";
    }

    // The field is not called "matches": in a browser it would hide the form's method of that name from scripts.
    @PostMapping
    String create(@RequestParam CallerRule.Action action, @RequestParam("how") CallerRule.Matches matches, @RequestParam String number,
                  @RequestParam String note, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        if (!problems.accepted(model, request, response, () -> rules.create(new CallerRuleDraft(action, matches, number, note)))) {
            return page(null, model);
        }
        flash.addFlashAttribute("notice", "caller-rule.created");
        return "redirect:/blocked-callers";
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        rules.delete(id);
        flash.addFlashAttribute("notice", "caller-rule.deleted");
        return "redirect:/blocked-callers";
    }
}
