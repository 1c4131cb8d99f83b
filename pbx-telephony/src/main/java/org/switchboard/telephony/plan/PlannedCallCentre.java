package org.switchboard.telephony.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.queue.CallerPriority;

/** The queues of a company and who serves them. Looked up by id or number. */
public final class PlannedCallCentre {

    private final Map<UUID, PlannedQueue> queues = new HashMap<>();
    private final Map<String, PlannedQueue> queueByNumber = new HashMap<>();
    private final Map<UUID, PlannedAgent> agents = new HashMap<>();
    private final Map<String, PlannedAgent> agentByNumber = new HashMap<>();
    private final Map<UUID, PlannedAgent> agentByExtension = new HashMap<>();
    private final Map<String, PlannedPauseReason> reasonByDigit = new HashMap<>();
    private final List<PlannedPauseReason> pauseReasons;
    private final List<CallerPriority> callerPriorities;

    PlannedCallCentre(PlanBuilder from) {
        for (var queue : from.queues) {
            queues.put(queue.id(), queue);
            if (queue.number() != null) {
                queueByNumber.put(queue.number(), queue);
            }
        }
        for (var agent : from.agents) {
            agents.put(agent.id(), agent);
            agentByNumber.put(agent.number(), agent);
            if (agent.extensionId() != null) {
                agentByExtension.put(agent.extensionId(), agent);
            }
        }
        from.pauseReasons.forEach(reason -> reasonByDigit.put(reason.digit(), reason));
        this.pauseReasons = List.copyOf(from.pauseReasons);
        this.callerPriorities = List.copyOf(from.callerPriorities);
    }

    /**
     * The queues.
     *
     * @return an unmodifiable view, in any order
     */
    public Collection<PlannedQueue> queues() {
        return Collections.unmodifiableCollection(queues.values());
    }

    /**
     * A queue by its id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedQueue> queue(UUID id) {
        return Optional.ofNullable(queues.get(id));
    }

    /**
     * The queue that extensions reach by a number.
     *
     * @param number what was dialled; any text
     * @return empty when there is none
     */
    public Optional<PlannedQueue> queue(String number) {
        return Optional.ofNullable(queueByNumber.get(number));
    }

    /**
     * The agents.
     *
     * @return an unmodifiable view, in any order
     */
    public Collection<PlannedAgent> agents() {
        return Collections.unmodifiableCollection(agents.values());
    }

    /**
     * An agent by his id.
     *
     * @param id any id
     * @return empty when there is none (any more)
     */
    public Optional<PlannedAgent> agent(UUID id) {
        return Optional.ofNullable(agents.get(id));
    }

    /**
     * An agent by the number that is dialled to sign in at another's phone.
     *
     * @param number any text
     * @return empty when there is none
     */
    public Optional<PlannedAgent> agent(String number) {
        return Optional.ofNullable(agentByNumber.get(number));
    }

    /**
     * The agent whose own phone an extension is.
     *
     * @param extensionId any extension
     * @return empty when it is nobody's
     */
    public Optional<PlannedAgent> agentOfExtension(UUID extensionId) {
        return Optional.ofNullable(agentByExtension.get(extensionId));
    }

    /**
     * The reasons to pause.
     *
     * @return in the order of their digits
     */
    public List<PlannedPauseReason> pauseReasons() {
        return pauseReasons;
    }

    /**
     * A reason to pause by what is dialled for it.
     *
     * @param digit any text
     * @return empty when there is none
     */
    public Optional<PlannedPauseReason> pauseReason(String digit) {
        return Optional.ofNullable(reasonByDigit.get(digit));
    }

    /**
     * Which callers come before, or after, those of a queue's own priority.
     *
     * @return in any order
     */
    public List<CallerPriority> callerPriorities() {
        return callerPriorities;
    }
}
