package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.UUID;

/** An agent's talk with a caller, as the floor's thread knows it. */
final class Talk {

    private final UUID agentId;
    private final Stay stay;
    private final String leg;
    private final String device;
    private final Instant since;
    private String firstOut = "";
    private String by = "";
    private boolean counted;

    /**
     * A talk.
     *
     * @param leg     the agent's channel
     * @param counted whether it is one in the record: that of a callback only once the customer has answered
     */
    Talk(UUID agentId, Stay stay, String leg, String device, Instant since, boolean counted) {
        this.agentId = agentId;
        this.stay = stay;
        this.leg = leg;
        this.device = device;
        this.since = since;
        this.counted = counted;
    }

    UUID agentId() {
        return agentId;
    }

    Stay stay() {
        return stay;
    }

    String leg() {
        return leg;
    }

    Instant since() {
        return since;
    }

    boolean isCounted() {
        return counted;
    }

    void counted() {
        counted = true;
    }

    /** A channel joined or left a bridge: who leaves first, and does not come back, has ended the talk. */
    void moved(String channel, boolean out) {
        if (out && firstOut.isEmpty()) {
            firstOut = channel;
        } else if (!out && firstOut.equals(channel)) {
            firstOut = "";
        }
    }

    /** Something other than hanging up will end it. */
    void endsBy(String what) {
        by = what;
    }

    /** Who or what ended it: {@code agent}, {@code caller}, {@code transfer}, {@code taken_over}. */
    String endedBy() {
        if (!by.isEmpty()) {
            return by;
        }
        return firstOut.equals(stay.channel()) ? "caller" : "agent";
    }

    AgentTalk shown() {
        var who = stay.who();
        return new AgentTalk(agentId, who.queueId(), who.visit(), who.linkedId(), stay.channel(), leg, device, since);
    }
}
