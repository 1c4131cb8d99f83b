package org.switchboard.web.trunk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.trunk.Trunk;
import org.switchboard.telephony.trunk.TrunkDraft;
import org.switchboard.telephony.trunk.TrunkService;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of trunks with how they are, a new trunk, and the settings of one. */
@PageController
public final class TrunkController {

    private static final String PAGE = "trunk/page";
    private static final int CHANGES_AT_THE_SIDE = 6;

    private final TrunkService trunks;
    private final TrunkRows rows;
    private final PhoneNumberService numbers;
    private final ChangeService changes;
    private final Problems problems;

    TrunkController(TrunkService trunks, TrunkRows rows, PhoneNumberService numbers, ChangeService changes, Problems problems) {
        this.trunks = trunks;
        this.rows = rows;
        this.numbers = numbers;
        this.changes = changes;
        this.problems = problems;
    }

    @GetMapping("/trunks")
    String list(Model model) {
        model.addAttribute("rows", rows.all());
        return "trunk/list";
    }

    @GetMapping("/trunks/new")
    String fresh() {
        return "trunk/new";
    }

    @PostMapping("/trunks")
    String create(@RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Trunk[] made = new Trunk[1];
        if (!problems.accepted(model, request, response, () -> made[0] = trunks.create(TrunkForm.connection(request,
                new TrunkDraft(name, true, null, null, null, null, null, null, null, null, null, null))))) {
            return fresh();
        }
        flash.addFlashAttribute("notice", "trunk.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/trunks/" + made[0].id();
    }

    @GetMapping("/trunks/{id}")
    String page(@PathVariable UUID id, Model model) {
        Trunk trunk = trunks.find(id);
        model.addAttribute("trunk", trunk);
        model.addAttribute("row", rows.of(trunk));
        model.addAttribute("routes", trunks.usedBy(id));
        model.addAttribute("numbers", numbers.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("changes", changes.of(List.of(id), CHANGES_AT_THE_SIDE));
        return PAGE;
    }

    @PostMapping("/trunks/{id}/connection")
    String connection(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "connection", model, request, response, today -> TrunkForm.connection(request, today));
    }

    @PostMapping("/trunks/{id}/calls")
    String calls(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "calls", model, request, response, today -> TrunkForm.calls(request, today));
    }

    @PostMapping("/trunks/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = trunks.find(id).name();
        trunks.delete(id);
        flash.addFlashAttribute("notice", "trunk.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/trunks";
    }

    private String save(UUID id, String group, Model model, HttpServletRequest request, HttpServletResponse response,
                        UnaryOperator<TrunkDraft> change) {
        trunks.find(id);
        boolean accepted = problems.accepted(model, request, response, () -> trunks.update(id, change));
        page(id, model);
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }
}
