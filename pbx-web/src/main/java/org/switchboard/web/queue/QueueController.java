package org.switchboard.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueDraft;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.web.destination.FormNumber;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of queues, a new queue, and the settings of one, each group of them saved in place. */
@PageController
public final class QueueController {

    private static final String PAGE = "queue/page";

    private final QueueService queues;
    private final QueueForms forms;
    private final QueuePages pages;
    private final Problems problems;

    QueueController(QueueService queues, QueueForms forms, QueuePages pages, Problems problems) {
        this.queues = queues;
        this.forms = forms;
        this.pages = pages;
        this.problems = problems;
    }

    @GetMapping("/queues")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Queue> page = queues.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", pages.now(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("count", queues.count());
        return "queue/list";
    }

    @GetMapping("/queues/new")
    String fresh(Model model) {
        pages.offerAgents(model);
        return "queue/new";
    }

    @PostMapping("/queues")
    String create(@RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Queue[] made = new Queue[1];
        String[] agents = request.getParameterValues("agent");
        if (!problems.accepted(model, request, response, () -> made[0] = queues.create(QueueDraft.of(name, FormNumber.dialled(request, "number"),
                agents == null ? List.of() : List.of(agents))))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "queue.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/queues/" + made[0].id();
    }

    @GetMapping("/queues/{id}")
    String page(@PathVariable UUID id, Model model) {
        pages.fill(id, model);
        return PAGE;
    }

    @PostMapping("/queues/{id}/settings/{group}")
    String save(@PathVariable UUID id, @PathVariable String group, Model model, HttpServletRequest request, HttpServletResponse response) {
        if (!QueueForms.GROUPS.contains(group)) {
            throw new NotFound("queue", id + "/" + group);
        }
        RowForm agents = RowForm.of(request, "agents", "agent");
        RowForm skills = RowForm.of(request, "skills", "skill");
        boolean accepted = problems.accepted(model, request, response, () -> {
            try {
                queues.update(id, today -> forms.changed(group, today, request));
            } catch (InvalidInput refusal) {
                throw QueueForms.onPage(skills.named(agents.named(refusal)), request);
            }
        });
        pages.fill(id, model);
        if (!accepted && group.equals("agents")) {
            model.addAttribute("agentRows", agents.again());
        }
        if (!accepted && group.equals("skills")) {
            model.addAttribute("skillRows", skills.again());
        }
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }

    @PostMapping("/queues/{id}/settings/supervisors")
    String supervisors(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> pages.bind(id, QueueForms.supervisors(request)));
        pages.fill(id, model);
        model.addAttribute("saved", accepted ? "supervisors" : "");
        return Problems.inPlace(request, PAGE, "supervisors");
    }

    @PostMapping("/queues/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = queues.find(id).name();
        queues.delete(id);
        flash.addFlashAttribute("notice", "queue.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/queues";
    }
}
