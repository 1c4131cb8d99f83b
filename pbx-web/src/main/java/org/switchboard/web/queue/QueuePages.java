package org.switchboard.web.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueAgent;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.queue.QueueSupervisor;
import org.switchboard.telephony.queue.QueueSupervisorDraft;
import org.switchboard.telephony.queue.QueueSupervisorService;
import org.switchboard.telephony.queue.QueueTier;
import org.switchboard.telephony.queue.RecordCalls;
import org.switchboard.telephony.queue.SkillOutlook;
import org.switchboard.telephony.queue.Staffing;
import org.switchboard.telephony.schedule.ScheduleService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.announcement.PromptField;
import org.switchboard.web.destination.FlowSide;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.UserService;

/** Gathers what the pages of queues show. */
@Component
final class QueuePages {

    private static final int TIERS_TO_FILL = 3;
    private static final int SECONDS_A_MINUTE = 60;

    private final QueueService queues;
    private final AgentService agents;
    private final SkillService skills;
    private final ScheduleService schedules;
    private final QueueSupervisorService supervisors;
    private final UserService users;
    private final CallCentre centre;
    private final PromptField prompt;
    private final FlowSide side;

    QueuePages(QueueService queues, AgentService agents, SkillService skills, ScheduleService schedules,
               QueueSupervisorService supervisors, UserService users, CallCentre centre, PromptField prompt, FlowSide side) {
        this.queues = queues;
        this.agents = agents;
        this.skills = skills;
        this.schedules = schedules;
        this.supervisors = supervisors;
        this.users = users;
        this.centre = centre;
        this.prompt = prompt;
        this.side = side;
    }

    /**
     * A queue with how it is now.
     *
     * @param queue    the queue
     * @param waiting  how many wait
     * @param signedIn how many of its agents are signed in
     * @param free     how many of them could take a call
     */
    record Now(Queue queue, int waiting, int signedIn, int free) {

        /** What it comes to, in a word: {@code served}, {@code busy}, {@code unstaffed} or {@code empty}. */
        public String state() {
            if (queue.agents().isEmpty()) {
                return "empty";
            }
            return signedIn == 0 ? "unstaffed" : free > 0 ? "served" : "busy";
        }
    }

    List<Now> now(List<Queue> wanted) {
        FloorView floor = centre.view(TenantScope.current().requireTenantId());
        return wanted.stream().map(queue -> now(queue, floor)).toList();
    }

    private static Now now(Queue queue, FloorView floor) {
        List<AgentStatus> states = queue.agents().stream().map(QueueAgent::agentId).flatMap(agent -> floor.agent(agent).stream())
                .map(FloorView.Agent::status).toList();
        return new Now(queue, floor.queue(queue.id()).map(waiting -> waiting.waiting().size()).orElse(0),
                (int) states.stream().filter(state -> state != AgentStatus.SIGNED_OUT).count(),
                (int) states.stream().filter(state -> state == AgentStatus.FREE).count());
    }

    /** All that the page of a queue needs. */
    void fill(UUID id, Model model) {
        Queue queue = queues.find(id);
        model.addAttribute("queue", queue);
        model.addAttribute("set", queue.settings());
        model.addAttribute("now", now(List.of(queue)).getFirst());
        model.addAttribute("allKeys", QueueExit.KEYS);
        model.addAttribute("strategies", List.of(QueueStrategy.values()));
        model.addAttribute("staffings", List.of(Staffing.values()));
        model.addAttribute("recordings", List.of(RecordCalls.values()));
        model.addAttribute("schedules", schedules.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("agentRows", RowForm.rows("agents", queue.agents()));
        model.addAttribute("skillRows", RowForm.rows("skills", queue.skills()));
        model.addAttribute("tierNumbers", IntStream.rangeClosed(2, lastTier(queue)).boxed().toList());
        model.addAttribute("tiered", queue.agents().stream().anyMatch(agent -> agent.tier() > 1));
        model.addAttribute("opens", queue.tiers().stream().collect(Collectors.toMap(QueueTier::tier, QueueTier::opensAfterSeconds)));
        model.addAttribute("blankAgent", RowForm.blank("agents"));
        model.addAttribute("blankSkill", RowForm.blank("skills"));
        model.addAttribute("skills", skills.all());
        SkillOutlook outlook = queues.outlook(queue);
        model.addAttribute("outlook", outlook);
        model.addAttribute("firstFits", outlook.firstSeconds() == null ? null
                : "%d:%02d".formatted(outlook.firstSeconds() / SECONDS_A_MINUTE, outlook.firstSeconds() % SECONDS_A_MINUTE));
        model.addAttribute("supervisors", users.list(null, null, Page.MAX_LIMIT).items().stream().filter(user -> user.role() == Role.SUPERVISOR).toList());
        model.addAttribute("bound", supervisors.ofQueue(id).stream().collect(Collectors.toMap(QueueSupervisor::userId, one -> one, (one, other) -> one, LinkedHashMap::new)));
        offerAgents(model);
        var sounds = queue.settings().sounds();
        prompt.offer(model, sounds.greetingPromptId(), sounds.musicPromptId(), sounds.periodicPromptId(), queue.settings().recording().consentPromptId());
        side.fill(model, id);
    }

    /** Sets who is bound to a queue. */
    void bind(UUID id, List<QueueSupervisorDraft> wanted) {
        supervisors.set(id, wanted);
    }

    /** The agents from whom rows choose. */
    void offerAgents(Model model) {
        model.addAttribute("agents", agents.names());
    }

    private static int lastTier(Queue queue) {
        int used = Math.max(queue.agents().stream().mapToInt(QueueAgent::tier).max().orElse(1),
                queue.tiers().stream().mapToInt(QueueTier::tier).max().orElse(1));
        return Math.clamp(used + 1L, TIERS_TO_FILL, QueueTier.LAST);
    }
}
