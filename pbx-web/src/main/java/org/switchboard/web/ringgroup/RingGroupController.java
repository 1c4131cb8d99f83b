package org.switchboard.web.ringgroup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.ringgroup.RingGroup;
import org.switchboard.telephony.ringgroup.RingGroupDraft;
import org.switchboard.telephony.ringgroup.RingGroupService;
import org.switchboard.telephony.ringgroup.RingStrategy;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.destination.FlowSide;
import org.switchboard.web.destination.FormNumber;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of ring groups, a new group, and the settings of one, each group of them saved in place. */
@PageController
public final class RingGroupController {

    private static final String PAGE = "ringgroup/page";

    private final RingGroupService groups;
    private final MemberRows members;
    private final DestinationForm destination;
    private final FlowSide side;
    private final Problems problems;

    RingGroupController(RingGroupService groups, MemberRows members, DestinationForm destination, FlowSide side, Problems problems) {
        this.groups = groups;
        this.members = members;
        this.destination = destination;
        this.side = side;
        this.problems = problems;
    }

    @GetMapping("/ring-groups")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<RingGroup> page = groups.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("count", groups.count());
        return "ringgroup/list";
    }

    @GetMapping("/ring-groups/new")
    String fresh(Model model) {
        model.addAttribute("rows", members.empty(0));
        model.addAttribute("blank", members.blank());
        return "ringgroup/new";
    }

    @PostMapping("/ring-groups")
    String create(@RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        RingGroup[] made = new RingGroup[1];
        if (!problems.accepted(model, request, response, () -> made[0] = named(request, () -> groups.create(
                new RingGroupDraft(name, null, null, null, null, null, members.read(request), destination.read(request, "noAnswer")))))) {
            model.addAttribute("rows", members.again(request));
            model.addAttribute("blank", members.blank());
            return "ringgroup/new";
        }
        flash.addFlashAttribute("notice", "ringGroup.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/ring-groups/" + made[0].id();
    }

    @GetMapping("/ring-groups/{id}")
    String page(@PathVariable UUID id, Model model) {
        fill(id, model);
        return PAGE;
    }

    @PostMapping("/ring-groups/{id}/identity")
    String identity(@PathVariable UUID id, @RequestParam String name, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        return save(id, "identity", model, request, response, today -> new RingGroupDraft(name, FormNumber.dialled(request, "number"), today.strategy(), today.ringSeconds(),
                today.skipBusy(), today.confirmOutside(), today.members(), today.noAnswer()));
    }

    @PostMapping("/ring-groups/{id}/rings")
    String rings(@PathVariable UUID id, @RequestParam(required = false) RingStrategy strategy,
                 @RequestParam(defaultValue = "false") boolean skipBusy,
                 @RequestParam(defaultValue = "false") boolean confirmOutside, Model model, HttpServletRequest request,
                 HttpServletResponse response) {
        return save(id, "rings", model, request, response, today -> new RingGroupDraft(today.name(), today.number(), strategy,
                FormNumber.read(request, "ringSeconds", "invalid.extension.ringSeconds"), skipBusy, confirmOutside, members.read(request), today.noAnswer()));
    }

    @PostMapping("/ring-groups/{id}/no-answer")
    String noAnswer(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "noAnswer", model, request, response, today -> new RingGroupDraft(today.name(), today.number(), today.strategy(),
                today.ringSeconds(), today.skipBusy(), today.confirmOutside(), today.members(), destination.read(request, "noAnswer")));
    }

    @PostMapping("/ring-groups/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = groups.find(id).name();
        groups.delete(id);
        flash.addFlashAttribute("notice", "ringGroup.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/ring-groups";
    }

    private String save(UUID id, String part, Model model, HttpServletRequest request, HttpServletResponse response,
                        UnaryOperator<RingGroupDraft> change) {
        boolean accepted = problems.accepted(model, request, response, () -> named(request, () -> groups.update(id, change)));
        fill(id, model);
        model.addAttribute("saved", accepted ? part : "");
        if (!accepted && part.equals("rings")) {
            model.addAttribute("rows", members.again(request));
        }
        return Problems.inPlace(request, PAGE, part);
    }

    private RingGroup named(HttpServletRequest request, Supplier<RingGroup> work) {
        try {
            return work.get();
        } catch (InvalidInput refusal) {
            throw members.named(refusal, request);
        }
    }

    private void fill(UUID id, Model model) {
        RingGroup group = groups.find(id);
        model.addAttribute("group", group);
        model.addAttribute("rows", members.of(group));
        model.addAttribute("blank", members.blank());
        model.addAttribute("strategies", List.of(RingStrategy.values()));
        side.fill(model, id);
    }
}
