package org.switchboard.telephony.distribution;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** An agent as the referee knows one. */
final class RefereedAgent {

    final UUID id;
    AgentRules rules;
    int index;
    boolean signedIn;
    long signedInAt;
    boolean paused;
    boolean talking;
    UUID talkingQueue;
    Long offer;
    long wrapUpUntil;
    long setAsideUntil;
    boolean otherCall;
    boolean lost;
    long unreachableUntil;
    int misses;
    long lastTalkEnded;
    int talks;
    AgentStatus told = AgentStatus.SIGNED_OUT;
    final Map<UUID, Long> asked = new HashMap<>();

    RefereedAgent(UUID id) {
        this.id = id;
    }

    Membership membership(UUID queue) {
        return rules.memberships().stream().filter(membership -> membership.queueId().equals(queue)).findFirst().orElse(null);
    }

    boolean free(long at) {
        return signedIn && !paused && !talking && offer == null && !otherCall && !lost && wrapUpUntil <= at && setAsideUntil <= at
                && unreachableUntil <= at;
    }

    long idleSince() {
        return Math.max(signedInAt, lastTalkEnded);
    }

    AgentStatus status(long at) {
        if (talking) {
            return AgentStatus.TALKING;
        }
        if (offer != null) {
            return AgentStatus.RINGING;
        }
        if (!signedIn) {
            return AgentStatus.SIGNED_OUT;
        }
        if (wrapUpUntil > at) {
            return AgentStatus.WRAP_UP;
        }
        if (paused) {
            return AgentStatus.PAUSED;
        }
        if (setAsideUntil > at) {
            return AgentStatus.SET_ASIDE;
        }
        if (otherCall) {
            return AgentStatus.OTHER_CALL;
        }
        return lost || unreachableUntil > at ? AgentStatus.UNREACHABLE : AgentStatus.FREE;
    }

    @Override
    public String toString() {
        return "agent " + id;
    }
}
