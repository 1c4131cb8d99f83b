package org.switchboard.web.explain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.assertion.AssertionDraft;
import org.switchboard.telephony.assertion.AssertionResult;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.assertion.RoutePoint;
import org.switchboard.telephony.assertion.RoutingAssertion;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** What a company relies on: the list with what holds, a new assertion, and one with its way. */
@PageController
public final class AssertionController {

    private static final String FORM = "explain/assertion";

    private final AssertionService assertions;
    private final Ways ways;
    private final BrokenWords words;
    private final Problems problems;

    AssertionController(AssertionService assertions, Ways ways, BrokenWords words, Problems problems) {
        this.assertions = assertions;
        this.ways = ways;
        this.words = words;
        this.problems = problems;
    }

    /**
     * A row of the list.
     *
     * @param assertion the assertion
     * @param holds     whether it holds
     * @param number    what is called, as people read it
     * @param caller    who calls, as people read it; empty for an anonymous caller
     * @param told      what came of it
     */
    public record Row(RoutingAssertion assertion, boolean holds, String number, String caller, BrokenWords.Told told) {
    }

    /**
     * What the form sends beside the question.
     *
     * @param name       its name
     * @param expectKind where the way must end
     * @param expectName which one
     * @param passes     what the caller must come by, one a line
     */
    public record Wanted(String name, String expectKind, String expectName, String passes) {

        AssertionDraft draft(Asked asked) {
            var lines = passes == null ? List.<String>of() : passes.lines().filter(line -> !line.isBlank()).toList();
            var points = new ArrayList<RoutePoint>();
            for (var line : lines) {
                var parts = line.split(":", 2);
                points.add(new RoutePoint(parts[0].strip(), parts.length == 2 ? parts[1].strip() : ""));
            }
            return new AssertionDraft(name, asked.draft(), new RoutePoint(expectKind, expectName), points);
        }

        static Wanted of(RoutingAssertion assertion) {
            return new Wanted(assertion.name(), assertion.expect().kind(), assertion.expect().name(),
                    assertion.passes().stream().map(point -> point.kind() + ": " + point.name()).collect(Collectors.joining("\n")));
        }
    }

    @GetMapping("/assertions")
    String list(Locale locale, Model model) {
        var country = country(model);
        model.addAttribute("rows", assertions.run().stream().map(result -> row(result, country, locale)).toList());
        return "explain/assertions";
    }

    @PostMapping("/assertions/run")
    String run() {
        assertions.run();
        return "redirect:/assertions";
    }

    @GetMapping("/assertions/new")
    String fresh(@ModelAttribute("asked") Asked asked, @ModelAttribute("wanted") Wanted wanted, Model model) {
        return form(model);
    }

    @PostMapping("/assertions")
    String create(@ModelAttribute("asked") Asked asked, @ModelAttribute("wanted") Wanted wanted, Model model, HttpServletRequest request,
                  HttpServletResponse response, RedirectAttributes flash) {
        if (!problems.accepted(model, request, response, () -> assertions.create(wanted.draft(asked)))) {
            return form(model);
        }
        flash.addFlashAttribute("notice", "assertion.created");
        flash.addFlashAttribute("noticeArg", wanted.name().strip());
        return "redirect:/assertions";
    }

    @GetMapping("/assertions/{id}")
    String page(@PathVariable UUID id, Locale locale, Model model) {
        var assertion = assertions.find(id);
        show(assertion, locale, model);
        model.addAttribute("asked", asked(assertion, model));
        model.addAttribute("wanted", Wanted.of(assertion));
        return form(model);
    }

    @PostMapping("/assertions/{id}")
    String save(@PathVariable UUID id, @ModelAttribute("asked") Asked asked, @ModelAttribute("wanted") Wanted wanted, Locale locale, Model model,
                HttpServletRequest request, HttpServletResponse response) {
        assertions.find(id);
        var accepted = problems.accepted(model, request, response, () -> assertions.update(id, _ -> wanted.draft(asked)));
        model.addAttribute("saved", accepted);
        show(assertions.find(id), locale, model);
        return form(model);
    }

    @PostMapping("/assertions/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        var name = assertions.find(id).name();
        assertions.delete(id);
        flash.addFlashAttribute("notice", "assertion.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/assertions";
    }

    private void show(RoutingAssertion assertion, Locale locale, Model model) {
        var country = country(model);
        var result = assertions.run().stream().filter(one -> one.assertion().id().equals(assertion.id())).findFirst().orElseThrow();
        model.addAttribute("assertion", assertion);
        model.addAttribute("row", row(result, country, locale));
        model.addAttribute("way", result.answer() == null ? null : ways.of(result.answer(), country, locale));
    }

    private static String form(Model model) {
        model.addAttribute("ends", AssertionDraft.ENDS);
        model.addAttribute("places", String.join(", ", AssertionDraft.PLACES));
        model.addAttribute("ifRungs", IfRung.values());
        model.addAttribute("zone", fmt(model).zone().getId());
        return FORM;
    }

    private Row row(AssertionResult result, String country, Locale locale) {
        var assertion = result.assertion();
        return new Row(assertion, result.holds(), NumberForm.shown(assertion.number(), country), NumberForm.shown(assertion.caller(), country),
                words.of(result, country, locale));
    }

    /** By the company's clock, as the form's field for it wants it. */
    private static Asked asked(RoutingAssertion assertion, Model model) {
        var at = assertion.at() == null ? "" : LocalDateTime.ofInstant(assertion.at(), fmt(model).zone()).toString();
        return new Asked(assertion.number(), assertion.caller(), at, assertion.digits(), assertion.ifRung().value());
    }

    private static Formats fmt(Model model) {
        return (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
    }

    private static String country(Model model) {
        return ((Tenant) Objects.requireNonNull(model.getAttribute("company"))).country();
    }
}
