package org.switchboard.web.explain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** "What happens if…": a question, and below it the way that a call would take. */
@PageController
public final class WhatIfController {

    private static final String PAGE = "explain/what-if";

    private final AssertionService assertions;
    private final Ways ways;
    private final Problems problems;

    WhatIfController(AssertionService assertions, Ways ways, Problems problems) {
        this.assertions = assertions;
        this.ways = ways;
        this.problems = problems;
    }

    /**
     * A number that can be asked about.
     *
     * @param value E.164
     * @param words as people read it
     */
    public record Choice(String value, String words) {

        static Choice of(PlannedNumber number, String country) {
            var shown = NumberForm.shown(number.number(), country);
            return new Choice(number.number(), number.name().isEmpty() ? shown : shown + " · " + number.name());
        }
    }

    @GetMapping("/what-if")
    String page(@ModelAttribute("asked") Asked asked, Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) {
        var plan = assertions.plan();
        var country = plan.company().country();
        model.addAttribute("numbers", plan.numbers().stream().map(number -> Choice.of(number, country))
                .sorted((one, other) -> one.words().compareTo(other.words())).toList());
        model.addAttribute("ifRungs", IfRung.values());
        var fmt = (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
        model.addAttribute("zone", fmt.zone().getId());
        if (asked.number() != null) {
            problems.accepted(model, request, response, () -> {
                var found = assertions.evaluate(asked.draft());
                model.addAttribute("way", ways.of(found.answer(), found.country(), locale));
                model.addAttribute("when", fmt.dateTime(found.question().at()));
            });
        }
        return Problems.inPlace(request, PAGE, "ask");
    }
}
