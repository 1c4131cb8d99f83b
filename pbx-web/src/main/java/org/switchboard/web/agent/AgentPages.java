package org.switchboard.web.agent;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.agent.Agent;
import org.switchboard.telephony.agent.AgentService;
import org.switchboard.telephony.agent.SkillService;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.queue.RowForm;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.user.User;
import org.switchboard.web.user.UserService;

/** Gathers what the pages of agents show. */
@Component
final class AgentPages {

    private static final int CHANGES_AT_THE_SIDE = 6;

    private final AgentService agents;
    private final SkillService skills;
    private final QueueService queues;
    private final ExtensionService extensions;
    private final UserService users;
    private final ChangeService changes;
    private final CallCentre centre;

    AgentPages(AgentService agents, SkillService skills, QueueService queues, ExtensionService extensions, UserService users, ChangeService changes,
               CallCentre centre) {
        this.agents = agents;
        this.skills = skills;
        this.queues = queues;
        this.extensions = extensions;
        this.users = users;
        this.changes = changes;
        this.centre = centre;
    }

    /**
     * An agent with what he does now.
     *
     * @param agent the agent
     * @param now   what he does; signed out for one of whom nothing is known yet
     */
    record Row(Agent agent, AgentStatus now) {
    }

    List<Row> rows(List<Agent> wanted) {
        FloorView floor = centre.view(TenantScope.current().requireTenantId());
        return wanted.stream().map(agent -> new Row(agent, floor.agent(agent.id()).map(FloorView.Agent::status).orElse(AgentStatus.SIGNED_OUT))).toList();
    }

    /** All that the page of an agent needs. */
    void fill(UUID id, Model model) {
        Agent agent = agents.find(id);
        model.addAttribute("agent", agent);
        model.addAttribute("now", rows(List.of(agent)).getFirst().now());
        model.addAttribute("skillRows", RowForm.rows("skills", agent.skills()));
        model.addAttribute("queueRows", RowForm.rows("queues", agent.queues()));
        model.addAttribute("blankSkill", RowForm.blank("skills"));
        model.addAttribute("blankQueue", RowForm.blank("queues"));
        model.addAttribute("skills", skills.all());
        model.addAttribute("changes", changes.of(List.of(id), CHANGES_AT_THE_SIDE));
        // Nothing that leads calls to an agent keeps him from being deleted.
        model.addAttribute("usedBy", List.of());
        offer(model);
    }

    /** What agents are made of. Who the users are is for admins alone. */
    void offer(Model model) {
        model.addAttribute("queues", queues.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("extensions", extensions.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("users", isAdmin() ? users.list(null, null, Page.MAX_LIMIT).items() : List.<User>of());
    }

    private static boolean isAdmin() {
        return SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof SignedInUser me && me.role() == Role.ADMIN;
    }
}
