package org.switchboard.web.supervision;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.queue.QueueSupervisor;
import org.switchboard.telephony.queue.QueueSupervisorService;
import org.switchboard.telephony.supervision.SpyMode;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Who may do what at whose talks: an admin everything, a supervisor what the queues that he is bound to allow him, or everything. */
@Component
public final class SupervisionRights {

    private final QueueSupervisorService supervisors;

    /**
     * Wires the component.
     *
     * @param supervisors who is bound to which queue
     */
    public SupervisionRights(QueueSupervisorService supervisors) {
        this.supervisors = supervisors;
    }

    /**
     * The queues that somebody is bound to.
     *
     * @param user who
     * @return empty for all
     */
    public Set<UUID> queuesOf(SignedInUser user) {
        return user.role() != Role.SUPERVISOR ? Set.of()
                : supervisors.ofUser(user.id()).stream().map(QueueSupervisor::queueId).collect(Collectors.toSet());
    }

    /**
     * Whether somebody may do something at the talks of a queue.
     *
     * @param user    who
     * @param queueId the queue
     * @param mode    what
     * @return whether he may
     */
    public boolean may(SignedInUser user, UUID queueId, SpyMode mode) {
        return modes(user.role(), user.id(), queueId).contains(mode);
    }

    /**
     * What somebody may do at the talks of a queue.
     *
     * @param role    of the one who asks
     * @param userId  the user; null for a script, which is bound to no queue
     * @param queueId the queue
     * @return empty for nothing
     */
    public Set<SpyMode> modes(Role role, UUID userId, UUID queueId) {
        if (role != Role.ADMIN && role != Role.SUPERVISOR) {
            return Set.of();
        }
        var bound = role == Role.SUPERVISOR && userId != null ? supervisors.ofUser(userId) : Set.<QueueSupervisor>of();
        if (bound.isEmpty()) {
            return EnumSet.allOf(SpyMode.class);
        }
        return bound.stream().filter(one -> one.queueId().equals(queueId)).findFirst().map(SupervisionRights::modes).orElse(Set.of());
    }

    private static Set<SpyMode> modes(QueueSupervisor supervisor) {
        var modes = EnumSet.noneOf(SpyMode.class);
        for (var mode : SpyMode.values()) {
            var may = switch (mode) {
                case LISTEN -> supervisor.mayListen();
                case WHISPER -> supervisor.mayWhisper();
                case BARGE -> supervisor.mayBarge();
                case TAKE_OVER -> supervisor.mayTakeOver();
            };
            if (may) {
                modes.add(mode);
            }
        }
        return modes;
    }
}
