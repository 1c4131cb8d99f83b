package org.switchboard.telephony.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.extension.RecordPolicy;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.queue.CallerPriority;

/** Gathers what a company's plan is made of, in any order; numbers oldest first, routes in the order in which they are tried. Used by one thread. */
public final class PlanBuilder {

    final PlannedCompany company;
    final List<PlannedExtension> extensions = new ArrayList<>();
    final List<PlannedNumber> numbers = new ArrayList<>();
    final List<PlannedMenu> menus = new ArrayList<>();
    final List<PlannedSchedule> schedules = new ArrayList<>();
    final List<PlannedRingGroup> ringGroups = new ArrayList<>();
    final List<PlannedQueue> queues = new ArrayList<>();
    final List<PlannedAgent> agents = new ArrayList<>();
    final List<PlannedPauseReason> pauseReasons = new ArrayList<>();
    final List<CallerPriority> callerPriorities = new ArrayList<>();
    final List<PlannedVoicemail> voicemails = new ArrayList<>();
    final List<PlannedAnnouncement> announcements = new ArrayList<>();
    final List<PlannedTrunk> trunks = new ArrayList<>();
    final List<PlannedRoute> routes = new ArrayList<>();
    final List<CallerRule> callerRules = new ArrayList<>();
    final Map<UUID, Map<String, PlannedExit>> exits = new HashMap<>();
    final Map<UUID, RecordPolicy> recorded = new HashMap<>();
    UUID recordingNotice;

    /**
     * Begins a plan.
     *
     * @param company whose it is
     */
    public PlanBuilder(PlannedCompany company) {
        this.company = company;
    }

    /**
     * Adds an extension.
     *
     * @param extension no number twice, and no device at two of them
     * @return this
     */
    public PlanBuilder add(PlannedExtension extension) {
        extensions.add(extension);
        return this;
    }

    /**
     * Adds a number that the world dials.
     *
     * @param number the number
     * @return this
     */
    public PlanBuilder add(PlannedNumber number) {
        numbers.add(number);
        return this;
    }

    /**
     * Adds a menu.
     *
     * @param menu the menu
     * @return this
     */
    public PlanBuilder add(PlannedMenu menu) {
        menus.add(menu);
        return this;
    }

    /**
     * Adds opening hours.
     *
     * @param schedule the opening hours
     * @return this
     */
    public PlanBuilder add(PlannedSchedule schedule) {
        schedules.add(schedule);
        return this;
    }

    /**
     * Adds a ring group.
     *
     * @param group the ring group
     * @return this
     */
    public PlanBuilder add(PlannedRingGroup group) {
        ringGroups.add(group);
        return this;
    }

    /**
     * Adds a queue.
     *
     * @param queue the queue
     * @return this
     */
    public PlanBuilder add(PlannedQueue queue) {
        queues.add(queue);
        return this;
    }

    /**
     * Adds an agent.
     *
     * @param agent the agent, at an extension that is no other's
     * @return this
     */
    public PlanBuilder add(PlannedAgent agent) {
        agents.add(agent);
        return this;
    }

    /**
     * Adds a reason to pause.
     *
     * @param reason the reason
     * @return this
     */
    public PlanBuilder add(PlannedPauseReason reason) {
        pauseReasons.add(reason);
        return this;
    }

    /**
     * Adds a rule about who waits less.
     *
     * @param priority the rule
     * @return this
     */
    public PlanBuilder add(CallerPriority priority) {
        callerPriorities.add(priority);
        return this;
    }

    /**
     * Adds a voicemail box.
     *
     * @param box the box
     * @return this
     */
    public PlanBuilder add(PlannedVoicemail box) {
        voicemails.add(box);
        return this;
    }

    /**
     * Adds an announcement.
     *
     * @param announcement the announcement
     * @return this
     */
    public PlanBuilder add(PlannedAnnouncement announcement) {
        announcements.add(announcement);
        return this;
    }

    /**
     * Adds a trunk.
     *
     * @param trunk the trunk
     * @return this
     */
    public PlanBuilder add(PlannedTrunk trunk) {
        trunks.add(trunk);
        return this;
    }

    /**
     * Adds an outbound route behind those that are there.
     *
     * @param route the route
     * @return this
     */
    public PlanBuilder add(PlannedRoute route) {
        routes.add(route);
        return this;
    }

    /**
     * Adds a rule about outside callers.
     *
     * @param rule the rule
     * @return this
     */
    public PlanBuilder add(CallerRule rule) {
        callerRules.add(rule);
        return this;
    }

    /**
     * Lets a way out lead somewhere.
     *
     * @param nodeId the thing
     * @param exit   the way's key
     * @param to     where it leads
     * @return this
     */
    public PlanBuilder exit(UUID nodeId, String exit, PlannedExit to) {
        exits.computeIfAbsent(nodeId, _ -> new HashMap<>()).put(exit, to);
        return this;
    }

    /**
     * Records talks of an extension.
     *
     * @param extensionId whose
     * @param policy      which of them
     * @return this
     */
    public PlanBuilder record(UUID extensionId, RecordPolicy policy) {
        recorded.put(extensionId, policy);
        return this;
    }

    /**
     * Tells people outside that an extension records.
     *
     * @param promptId what they are told; null for nothing
     * @return this
     */
    public PlanBuilder recordingNotice(UUID promptId) {
        recordingNotice = promptId;
        return this;
    }

    /**
     * Makes the plan. The builder is not to be used afterwards.
     *
     * @return the plan
     */
    public TenantPlan build() {
        return new TenantPlan(this);
    }
}
