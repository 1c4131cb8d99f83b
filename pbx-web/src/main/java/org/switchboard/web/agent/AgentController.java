package org.switchboard.web.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.agent.Agent;
import org.switchboard.telephony.agent.AgentDraft;
import org.switchboard.telephony.agent.AgentQueueDraft;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.AgentSkill;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.destination.FormNumber;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.queue.RowForm;

/** The list of agents, a new one, and the settings of one, each group of them saved in place. */
@PageController
public final class AgentController {

    private static final String PAGE = "agent/page";
    private static final Set<String> GROUPS = Set.of("identity", "queues", "skills", "pin");

    private final AgentService agents;
    private final AgentPages pages;
    private final Problems problems;

    AgentController(AgentService agents, AgentPages pages, Problems problems) {
        this.agents = agents;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping("/agents")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Agent> page = agents.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", pages.rows(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("count", agents.count());
        return "agent/list";
    }

    @GetMapping("/agents/new")
    String fresh(Model model) {
        pages.offer(model);
        return "agent/new";
    }

    @PostMapping("/agents")
    String create(Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Agent[] made = new Agent[1];
        String[] queues = request.getParameterValues("queue");
        List<AgentQueueDraft> served = queues == null ? List.of() : List.of(queues).stream().map(queue -> new AgentQueueDraft(queue, null, null)).toList();
        if (!problems.accepted(model, request, response, () -> made[0] = agents.create(new AgentDraft(text(request, "name"), text(request, "number"),
                id(request, "userId"), text(request, "extension"), null, served)))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "agent.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/agents/" + made[0].id();
    }

    @GetMapping("/agents/{id}")
    String page(@PathVariable UUID id, Model model) {
        pages.fill(id, model);
        return PAGE;
    }

    @PostMapping("/agents/{id}/settings/{group}")
    String save(@PathVariable UUID id, @PathVariable String group, Model model, HttpServletRequest request, HttpServletResponse response) {
        if (!GROUPS.contains(group)) {
            throw new NotFound("agent", id + "/" + group);
        }
        RowForm skills = RowForm.of(request, "skills", "skill");
        RowForm queues = RowForm.of(request, "queues", "queue");
        boolean accepted = problems.accepted(model, request, response, () -> {
            try {
                change(id, group, request, skills, queues);
            } catch (InvalidInput refusal) {
                throw queues.named(skills.named(refusal));
            }
        });
        pages.fill(id, model);
        if (!accepted && group.equals("skills")) {
            model.addAttribute("skillRows", skills.again());
        }
        if (!accepted && group.equals("queues")) {
            model.addAttribute("queueRows", queues.again());
        }
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }

    private void change(UUID id, String group, HttpServletRequest request, RowForm skills, RowForm queues) {
        if (group.equals("pin")) {
            agents.setPin(id, request.getParameter("remove") == null ? request.getParameter("pin") : null);
            return;
        }
        agents.update(id, today -> switch (group) {
            case "skills" -> new AgentDraft(today.name(), today.number(), today.userId(), today.extension(),
                    skills.map(row -> new AgentSkill(request.getParameter(row + ".skill"), FormNumber.read(request, row + ".level", "invalid.skill.level"))),
                    today.queues());
            case "queues" -> new AgentDraft(today.name(), today.number(), today.userId(), today.extension(), today.skills(),
                    queues.map(row -> new AgentQueueDraft(request.getParameter(row + ".queue"), FormNumber.read(request, row + ".tier", "invalid.queue.tier"),
                            FormNumber.read(request, row + ".position", "invalid.queue.position"))));
            default -> new AgentDraft(text(request, "name"), text(request, "number"), id(request, "userId"), text(request, "extension"), today.skills(),
                    today.queues());
        });
    }

    @PostMapping("/agents/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = agents.find(id).name();
        agents.delete(id);
        flash.addFlashAttribute("notice", "agent.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/agents";
    }

    private static String text(HttpServletRequest request, String field) {
        return FormNumber.dialled(request, field);
    }

    // A made-up id is an unknown one.
    private static UUID id(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException madeUp) {
            return new UUID(0, 0);
        }
    }
}
