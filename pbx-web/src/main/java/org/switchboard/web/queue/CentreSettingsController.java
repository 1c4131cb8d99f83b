package org.switchboard.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.agent.PauseReasonDraft;
import org.switchboard.telephony.agent.PauseReasonService;
import org.switchboard.telephony.agent.SkillDraft;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.queue.CallerPriority;
import org.switchboard.telephony.queue.CallerPriorityDraft;
import org.switchboard.telephony.queue.CallerPriorityService;
import org.switchboard.telephony.queue.DispositionCodeDraft;
import org.switchboard.telephony.queue.DispositionCodeService;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.web.destination.FormNumber;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** What belongs to all queues, on one page: skills, reasons to pause, disposition codes, and who waits less. */
@PageController
@RequestMapping("/queues/settings")
public final class CentreSettingsController {

    private static final String PAGE = "redirect:/queues/settings";
    private static final String VIEW = "queue/settings";

    private final SkillService skills;
    private final PauseReasonService reasons;
    private final DispositionCodeService codes;
    private final CallerPriorityService priorities;
    private final QueueService queues;
    private final Problems problems;

    CentreSettingsController(SkillService skills, PauseReasonService reasons, DispositionCodeService codes, CallerPriorityService priorities,
                             QueueService queues, Problems problems) {
        this.skills = skills;
        this.reasons = reasons;
        this.codes = codes;
        this.priorities = priorities;
        this.queues = queues;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("skills", skills.all());
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("codes", codes.all());
        model.addAttribute("priorities", priorities.all());
        model.addAttribute("matches", List.of(CallerPriority.Matches.values()));
        model.addAttribute("queues", queues.list(null, null, Page.MAX_LIMIT).items());
        return VIEW;
    }

    @PostMapping("/skills")
    String addSkill(@RequestParam String skillName, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        return added(model, request, response, flash, skillName, Map.of("name", "skillName"), () -> skills.create(new SkillDraft(skillName)));
    }

    @PostMapping("/skills/{id}/delete")
    String deleteSkill(@PathVariable UUID id, RedirectAttributes flash) {
        String name = skills.find(id).name();
        skills.delete(id);
        return deleted(flash, name);
    }

    @PostMapping("/pause-reasons")
    String addReason(@RequestParam String reasonName, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        return added(model, request, response, flash, reasonName, Map.of("name", "reasonName", "digit", "reasonDigit"),
                () -> reasons.create(new PauseReasonDraft(reasonName, FormNumber.dialled(request, "reasonDigit"))));
    }

    @PostMapping("/pause-reasons/{id}/delete")
    String deleteReason(@PathVariable UUID id, RedirectAttributes flash) {
        String name = reasons.find(id).name();
        reasons.delete(id);
        return deleted(flash, name);
    }

    @PostMapping("/disposition-codes")
    String addCode(@RequestParam String codeName, @RequestParam(required = false) String codeQueue, Model model, HttpServletRequest request,
                   HttpServletResponse response, RedirectAttributes flash) {
        return added(model, request, response, flash, codeName, Map.of("name", "codeName", "queue", "codeQueue"),
                () -> codes.create(new DispositionCodeDraft(codeName, codeQueue)));
    }

    @PostMapping("/disposition-codes/{id}/delete")
    String deleteCode(@PathVariable UUID id, RedirectAttributes flash) {
        String name = codes.find(id).name();
        codes.delete(id);
        return deleted(flash, name);
    }

    @PostMapping("/caller-priorities")
    String addPriority(@RequestParam String ruleNumber, @RequestParam(required = false) CallerPriority.Matches ruleHow,
                       @RequestParam(required = false) String ruleNote, Model model, HttpServletRequest request, HttpServletResponse response,
                       RedirectAttributes flash) {
        return added(model, request, response, flash, ruleNumber, Map.of("number", "ruleNumber", "priority", "rulePriority", "note", "ruleNote", "matches", "ruleHow"),
                () -> priorities.create(new CallerPriorityDraft(ruleHow, ruleNumber, FormNumber.read(request, "rulePriority", "invalid.queue.priority"), ruleNote)));
    }

    @PostMapping("/caller-priorities/{id}/delete")
    String deletePriority(@PathVariable UUID id, RedirectAttributes flash) {
        String number = priorities.find(id).number();
        priorities.delete(id);
        return deleted(flash, number);
    }

    /** The forms of one page have fields of the same meaning, which are called differently there. */
    private String added(Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash, String name,
                         Map<String, String> fields, Runnable work) {
        boolean accepted = problems.accepted(model, request, response, () -> {
            try {
                work.run();
            } catch (InvalidInput refusal) {
                throw new InvalidInput(refusal.problems().stream()
                        .map(problem -> new FieldProblem(fields.getOrDefault(problem.field(), problem.field()), problem.code(), problem.args())).toList());
            }
        });
        if (!accepted) {
            return page(model);
        }
        flash.addFlashAttribute("notice", "queue-settings.added");
        flash.addFlashAttribute("noticeArg", name);
        return PAGE;
    }

    private static String deleted(RedirectAttributes flash, String name) {
        flash.addFlashAttribute("notice", "queue-settings.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return PAGE;
    }
}
