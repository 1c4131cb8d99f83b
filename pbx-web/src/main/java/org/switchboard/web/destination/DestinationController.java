package org.switchboard.web.destination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** What a picker asks for while somebody chooses: things that fit what was typed, and the small form of a new one. */
@PageController
public final class DestinationController {

    private static final int MOST = 12;

    private final FlowExits exits;
    private final List<NewDestination> makers;
    private final Problems problems;

    DestinationController(FlowExits exits, List<NewDestination> makers, Problems problems) {
        this.exits = exits;
        this.makers = List.copyOf(makers);
        this.problems = problems;
    }

    @GetMapping("/destinations/search")
    String search(@RequestParam DestinationKind kind, @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInUser me,
                  Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("q", q.strip());
        model.addAttribute("things", exits.search(kind, q, MOST));
        model.addAttribute("most", MOST);
        model.addAttribute("canMake", me.role() == Role.ADMIN && makers.stream().anyMatch(maker -> maker.kind() == kind));
        return "destination/search";
    }

    @GetMapping("/destinations/new")
    String fresh(@RequestParam DestinationKind kind, @RequestParam(defaultValue = "") String q, Model model) {
        NewDestination maker = maker(kind);
        model.addAttribute("name", maker.name(q.strip()));
        return form(maker, model);
    }

    @PostMapping("/destinations/new")
    String create(@RequestParam DestinationKind kind, Model model, HttpServletRequest request, HttpServletResponse response) {
        NewDestination maker = maker(kind);
        boolean made = problems.accepted(model, request, response, () -> model.addAttribute("made", maker.create(request)));
        return made ? "destination/new :: made" : form(maker, model);
    }

    private static String form(NewDestination maker, Model model) {
        maker.fill(model);
        model.addAttribute("kind", maker.kind());
        model.addAttribute("template", maker.template());
        return "destination/new :: form";
    }

    private NewDestination maker(DestinationKind kind) {
        return makers.stream().filter(maker -> maker.kind() == kind).findFirst()
                .orElseThrow(() -> new NotFound("destination", kind.value()));
    }
}
