package org.switchboard.web.number;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.number.PhoneNumber;
import org.switchboard.telephony.number.PhoneNumberDraft;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** The list of numbers, new ones, and the settings of one. */
@PageController
public final class NumberController {

    private static final String PAGE = "number/page";
    private static final int CHANGES_AT_THE_SIDE = 6;

    private final PhoneNumberService numbers;
    private final NumberWords words;
    private final DestinationForm destination;
    private final ChangeService changes;
    private final TestCalls testCalls;
    private final ExtensionService extensions;
    private final Problems problems;

    NumberController(PhoneNumberService numbers, NumberWords words, DestinationForm destination, ChangeService changes,
                     TestCalls testCalls, ExtensionService extensions, Problems problems) {
        this.numbers = numbers;
        this.words = words;
        this.destination = destination;
        this.changes = changes;
        this.testCalls = testCalls;
        this.extensions = extensions;
        this.problems = problems;
    }

    @GetMapping("/numbers")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<PhoneNumber> page = numbers.list(q, after, Page.DEFAULT_LIMIT);
        Map<UUID, Map<String, Destination>> ways = numbers.destinations();
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items().stream().map(number -> new NumberRow(number, words.shown(number.number()),
                ways.getOrDefault(number.id(), Map.of()).get(PhoneNumber.EXIT))).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("count", numbers.count());
        return "number/list";
    }

    @GetMapping("/numbers/new")
    String fresh(Model model) {
        model.addAttribute("example", words.example());
        return "number/new";
    }

    @GetMapping("/numbers/many")
    String many(Model model) {
        model.addAttribute("example", words.example());
        return "number/many";
    }

    @PostMapping("/numbers")
    String create(@RequestParam String number, @RequestParam String name, Model model, HttpServletRequest request,
                  HttpServletResponse response, RedirectAttributes flash) {
        PhoneNumber[] made = new PhoneNumber[1];
        if (!problems.accepted(model, request, response,
                () -> made[0] = numbers.create(new PhoneNumberDraft(number, name, destination.read(request, PhoneNumber.EXIT))))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "number.created");
        flash.addFlashAttribute("noticeArg", words.shown(made[0].number()));
        return "redirect:/numbers/" + made[0].number().substring(1);
    }

    @PostMapping("/numbers/many")
    String createMany(@RequestParam("numbers") String typed, Model model, HttpServletRequest request, HttpServletResponse response,
                      RedirectAttributes flash) {
        int[] made = new int[1];
        if (!problems.accepted(model, request, response,
                () -> made[0] = numbers.createMany(typed, destination.read(request, PhoneNumber.EXIT)).size())) {
            return many(model);
        }
        flash.addFlashAttribute("notice", "numbers.created");
        flash.addFlashAttribute("noticeArg", made[0]);
        return "redirect:/numbers";
    }

    @GetMapping("/numbers/{number}")
    String page(@PathVariable String number, @AuthenticationPrincipal SignedInUser me, Model model) {
        PhoneNumber found = numbers.find(number);
        model.addAttribute("number", found);
        model.addAttribute("shown", words.shown(found.number()));
        model.addAttribute("to", numbers.destination(found).orElse(null));
        model.addAttribute("shownBy", numbers.shownBy(found));
        model.addAttribute("changes", changes.of(List.of(found.id()), CHANGES_AT_THE_SIDE));
        model.addAttribute("own", extensions.ofUser(me.id()).stream().map(Extension::number).findFirst().orElse(""));
        return PAGE;
    }

    @PostMapping("/numbers/{number}/way")
    String way(@PathVariable String number, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
               HttpServletResponse response) {
        numbers.find(number);
        boolean accepted = problems.accepted(model, request, response, () -> numbers.update(number,
                today -> new PhoneNumberDraft(today.number(), today.name(), destination.read(request, PhoneNumber.EXIT))));
        return shown(number, "way", accepted, me, model, request);
    }

    @PostMapping("/numbers/{number}/name")
    String name(@PathVariable String number, @RequestParam String name, @AuthenticationPrincipal SignedInUser me, Model model,
                HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response,
                () -> numbers.update(number, today -> new PhoneNumberDraft(today.number(), name, today.to())));
        return shown(number, "name", accepted, me, model, request);
    }

    @PostMapping("/numbers/{number}/test-call")
    String testCall(@PathVariable String number, @RequestParam String extension, @RequestParam(defaultValue = "") String caller,
                    @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> testCalls.ring(number, new TestCallDraft(extension, caller)));
        return shown(number, "test", accepted, me, model, request);
    }

    @PostMapping("/numbers/{number}/delete")
    String delete(@PathVariable String number, RedirectAttributes flash) {
        String was = words.shown(numbers.find(number).number());
        numbers.delete(number);
        flash.addFlashAttribute("notice", "number.deleted");
        flash.addFlashAttribute("noticeArg", was);
        return "redirect:/numbers";
    }

    private String shown(String number, String group, boolean accepted, SignedInUser me, Model model, HttpServletRequest request) {
        page(number, me, model);
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }
}
