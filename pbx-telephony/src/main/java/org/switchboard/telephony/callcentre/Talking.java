package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.Set;
import org.switchboard.telephony.distribution.Event;

/** The talks of agents with callers: they end when the agent's channel is gone, whatever becomes of the caller. */
final class Talking {

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorMemory memory;
    private final WaitEstimate estimate;

    Talking(FloorState state, Decider decider, FloorRecord record, FloorMemory memory, WaitEstimate estimate) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.memory = memory;
        this.estimate = estimate;
    }

    /** An agent's channel is gone. */
    void legGone(String channel) {
        var talk = state.talkOfLeg(channel);
        if (talk != null) {
            ended(talk);
        }
    }

    void ended(Talk talk) {
        var at = decider.now();
        state.remove(talk);
        if (talk.isCounted()) {
            record.talkEnded(at, talk.stay().who(), talk.agentId(), talk.since(), talk.endedBy());
            state.remove(talk.stay());
            memory.forget(state.plan().tenantId(), talk.stay().visit());
            var queueId = talk.stay().who().queueId();
            var wrapUp = state.plan().queue(queueId).map(queue -> queue.offers().wrapUpSeconds()).orElse(0);
            estimate.learn(queueId, Duration.between(talk.since(), at).plusSeconds(wrapUp));
            var seat = state.seat(talk.agentId());
            if (seat != null) {
                seat.wrapsUp(at, queueId);
            }
        }
        decider.happened(when -> new Event.TalkEnded(when, talk.agentId()));
        if (!talk.isCounted()) {
            decider.happened(when -> new Event.WrapUpEnded(when, talk.agentId()));
        }
    }

    /** Only what exists goes on. */
    void compare(Set<String> channels) {
        state.talks().stream().filter(talk -> !channels.contains(talk.leg())).toList().forEach(this::ended);
    }

    /** A channel joined or left a bridge. */
    void moved(String channel, boolean out) {
        var talk = state.talkOfLeg(channel);
        if (talk == null) {
            var stay = state.stayOf(channel);
            talk = stay == null ? null : stay.talk();
        }
        if (talk != null) {
            talk.moved(channel, out);
        }
    }

    /** A channel gave its talk away. */
    void transferred(String channel) {
        var talk = state.talkOfLeg(channel);
        if (talk != null) {
            talk.endsBy("transfer");
        }
    }
}
