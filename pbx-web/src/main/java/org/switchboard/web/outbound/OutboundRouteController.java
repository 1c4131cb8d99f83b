package org.switchboard.web.outbound;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.outbound.OutboundRoute;
import org.switchboard.telephony.outbound.OutboundRouteDraft;
import org.switchboard.telephony.outbound.OutboundRouteService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.trunk.TrunkService;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The outbound routes in their order, with a field to try them; a new one, and the settings of one. */
@PageController
public final class OutboundRouteController {

    private static final int CHANGES_AT_THE_SIDE = 6;
    /** Selects for trunks in order; the last ones are empty. */
    private static final int TRUNK_FIELDS = 4;

    private final OutboundRouteService routes;
    private final TrunkService trunks;
    private final PhoneNumberService numbers;
    private final ChangeService changes;
    private final Problems problems;

    OutboundRouteController(OutboundRouteService routes, TrunkService trunks, PhoneNumberService numbers, ChangeService changes,
                            Problems problems) {
        this.routes = routes;
        this.trunks = trunks;
        this.numbers = numbers;
        this.changes = changes;
        this.problems = problems;
    }

    @GetMapping("/outbound-routes")
    String list(@RequestParam(required = false) String number, Model model) {
        model.addAttribute("routes", routes.all());
        model.addAttribute("number", number);
        model.addAttribute("match", number == null || number.isBlank() ? null : routes.match(number));
        model.addAttribute("trunks", trunks.all().size());
        return "outbound/list";
    }

    @GetMapping("/outbound-routes/new")
    String fresh(Model model) {
        offer(model, List.of());
        return "outbound/new";
    }

    @PostMapping("/outbound-routes")
    String create(Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        OutboundRoute[] made = new OutboundRoute[1];
        if (!problems.accepted(model, request, response, () -> made[0] = routes.create(draft(request)))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "route.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/outbound-routes";
    }

    @GetMapping("/outbound-routes/{id}")
    String page(@PathVariable UUID id, Model model) {
        OutboundRoute route = routes.find(id);
        model.addAttribute("route", route);
        offer(model, route.trunks().stream().map(OutboundRoute.TrunkName::id).toList());
        model.addAttribute("changes", changes.of(List.of(id), CHANGES_AT_THE_SIDE));
        return "outbound/page";
    }

    @PostMapping("/outbound-routes/{id}")
    String save(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        routes.find(id);
        boolean accepted = problems.accepted(model, request, response, () -> routes.update(id, today -> draft(request)));
        page(id, model);
        model.addAttribute("saved", accepted);
        return Problems.inPlace(request, "outbound/page", "settings");
    }

    @PostMapping("/outbound-routes/{id}/move")
    String move(@PathVariable UUID id, @RequestParam(defaultValue = "0") int by, Model model, HttpServletRequest request) {
        routes.move(id, by);
        list(null, model);
        return request.getHeader("HX-Request") == null ? "redirect:/outbound-routes" : "outbound/list :: rows";
    }

    @PostMapping("/outbound-routes/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = routes.find(id).name();
        routes.delete(id);
        flash.addFlashAttribute("notice", "route.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/outbound-routes";
    }

    private void offer(Model model, List<UUID> chosen) {
        List<UUID> fields = new ArrayList<>(chosen);
        do {
            fields.add(null);
        } while (fields.size() < TRUNK_FIELDS);
        model.addAttribute("chosen", fields);
        model.addAttribute("trunks", trunks.all());
        model.addAttribute("numbers", numbers.list(null, null, Page.MAX_LIMIT).items());
    }

    private static OutboundRouteDraft draft(HttpServletRequest request) {
        String[] chosen = request.getParameterValues("trunks");
        String patterns = request.getParameter("patterns");
        return new OutboundRouteDraft(request.getParameter("name"), patterns == null ? List.of() : Arrays.asList(patterns.split("[\\n\\r,;]+")),
                chosen == null ? List.of() : Arrays.stream(chosen).filter(id -> !id.isBlank()).map(OutboundRouteController::id).toList(),
                request.getParameter("callerId"));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException madeUp) {
            throw new InvalidInput("trunks", "invalid.route.trunks");
        }
    }
}
