package org.switchboard.telephony.callcentre;

import java.util.Set;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.call.CallPost;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.distribution.AgentMemory;
import org.switchboard.telephony.distribution.Arrival;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Miss;
import org.switchboard.telephony.distribution.WaitingCaller;
import org.switchboard.telephony.queue.QueueExit;

/** The callers of a floor: they come, leave, are shown out, and are lost sight of. */
final class Visitors {

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorMemory memory;
    private final Offering offering;

    Visitors(FloorState state, Decider decider, FloorRecord record, FloorMemory memory, Offering offering) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.memory = memory;
        this.offering = offering;
    }

    /** Somebody comes, or is seen again. */
    void entered(CallerStay who, String channel, CallPost post, boolean again) {
        var before = state.stay(who.visit());
        if (before != null) {
            state.remove(before);
        }
        var stay = new Stay(who, channel, post, Stay.Phase.WAITING);
        state.add(stay);
        keep(stay);
        if (before == null) {
            // Also of one who is seen again and of whom nothing is known: should it have been written, it counts once.
            record.entered(who.enteredAt(), who);
        }
        decider.happened(at -> new Event.CallerEntered(at, who.visit(), who.queueId(), who.enteredAt(), who.priority(), who.rank(),
                again ? Arrival.RESTORED : Arrival.NEW));
    }

    private void keep(Stay stay) {
        memory.keep(OpenStay.waiting(state.plan().tenantId(), stay));
    }

    /** The distribution shows somebody out. */
    void shownOut(Decision.Leave decision) {
        var stay = state.stay(decision.visit());
        if (stay != null) {
            leave(stay, decision.way().value(), switch (decision.way()) {
                case FULL -> QueueExit.FULL;
                case MAX_WAIT -> QueueExit.MAX_WAIT;
                case NO_AGENTS, GONE -> QueueExit.NO_AGENTS;
            });
        }
    }

    /** A supervisor shows somebody out. An agent whose phone rings is bound until it has stopped. */
    void sentAway(Stay stay) {
        decider.happened(at -> new Event.CallerLeft(at, stay.visit()));
        leave(stay, "supervisor", QueueExit.NO_AGENTS);
    }

    private void leave(Stay stay, String way, String exit) {
        if (stay.offer() != null) {
            stay.leaving(new Stay.Leaving(way, exit));
            return;
        }
        if (stay.isCallback()) {
            record.callbackEnded(decider.now(), stay.who(), "cancelled");
        } else {
            record.left(decider.now(), stay.who(), way);
        }
        forget(stay);
        if (stay.post() != null) {
            stay.post().tell(new LeaveOrder(stay.visit(), exit));
        }
    }

    /** An offer is over without an answer. */
    void offerEnded(Stay stay) {
        var leaving = stay.leaving();
        if (leaving != null) {
            stay.leaving(null);
            leave(stay, leaving.way(), leaving.exit());
        }
    }

    /** The caller chose to leave by a key; the call goes on by itself. */
    void leftByKey(String visit, String exit) {
        var stay = state.stay(visit);
        if (stay != null && stay.phase() == Stay.Phase.WAITING) {
            giveUpOffer(stay);
            decider.happened(at -> new Event.CallerLeft(at, visit));
            record.left(decider.now(), stay.who(), exit);
            forget(stay);
        }
    }

    /** The call that waited, rang or talked is over. */
    void callEnded(String visit, EndReason reason) {
        var stay = state.stay(visit);
        if (stay == null || reason == EndReason.SHUT_DOWN) {
            // Of a stay that is over, or to be taken up by the engine that comes next.
            return;
        }
        stay.hungUp();
        if (stay.phase() == Stay.Phase.TALKING || stay.isCallback()) {
            return;
        }
        stay.leaving(null);
        var position = decider.caller(visit).map(WaitingCaller::position).orElse(0);
        giveUpOffer(stay);
        decider.happened(at -> new Event.CallerLeft(at, visit));
        switch (reason) {
            case UNREACHABLE, TAKEN_AWAY -> {
                stay.phase(Stay.Phase.OUT_OF_SIGHT);
                state.touch(stay);
            }
            case TRANSFERRED -> {
                record.left(decider.now(), stay.who(), "transfer");
                forget(stay);
            }
            case FAULT -> {
                record.left(decider.now(), stay.who(), "failed");
                forget(stay);
            }
            case CALLER_GONE, TALKED, VOICEMAIL, HUNG_UP, REFUSED, SHUT_DOWN -> {
                record.abandoned(decider.now(), stay.who(), position);
                forget(stay);
            }
        }
    }

    /** Of an offer whose caller is gone nothing more will be heard. */
    private void giveUpOffer(Stay stay) {
        var offer = stay.offer();
        if (offer != null) {
            if (offer.order() != null) {
                offer.order().withdraw();
            }
            offering.ended(offer, Miss.CALLER_GONE);
        }
    }

    private void forget(Stay stay) {
        state.remove(stay);
        memory.forget(state.plan().tenantId(), stay.visit());
    }

    /** An agent of whom an engine before this one had made the phone ring has answered. */
    void answeredOutOfSight(Stay stay, AriChannel peer) {
        var seat = state.seats().stream().filter(of -> of.devices().contains(peer.endpoint()) && of.isSignedIn() && of.talk() == null).findFirst();
        if (seat.isEmpty()) {
            record.left(decider.now(), stay.who(), "pickup");
            forget(stay);
            return;
        }
        var at = decider.now();
        var agentId = seat.get().agentId();
        record.answered(at, stay.who(), agentId, false);
        var talk = new Talk(agentId, stay, peer.id(), peer.endpoint(), at, true);
        state.add(talk);
        stay.phase(Stay.Phase.TALKING);
        memory.keep(OpenStay.talking(state.plan().tenantId(), talk));
        decider.agent(agentId).ifPresent(agent -> decider.happened(when -> new Event.AgentRestored(when, agentId,
                new AgentMemory(seat.get().signedInSince(), seat.get().pausedSince(), at, stay.who().queueId(), null, null, agent.setAsideUntil(),
                        agent.lastTalkEnded(), agent.talksToday() + 1))));
    }

    /** A channel is gone: of those whom we had lost sight of, nobody else tells. */
    void channelGone(String channel) {
        var stay = state.stayOf(channel);
        if (stay != null && stay.phase() == Stay.Phase.OUT_OF_SIGHT) {
            record.abandoned(decider.now(), stay.who(), 0);
            forget(stay);
        }
    }

    /** Only what exists goes on. */
    void compare(Set<String> channels) {
        state.stays().stream().filter(stay -> stay.phase() == Stay.Phase.OUT_OF_SIGHT && !channels.contains(stay.channel())).toList()
                .forEach(stay -> channelGone(stay.channel()));
    }

    /** The caller is asked for the number to be called back at, and offered to nobody until that is over. */
    void asking(String visit) {
        var stay = state.stay(visit);
        if (stay != null && stay.phase() == Stay.Phase.WAITING && !stay.isAsking()) {
            stay.asking(true);
            decider.happened(at -> new Event.CallbackAsked(at, visit));
        }
    }

    /** The caller would rather wait on: at the old place. */
    void asked(String visit) {
        var stay = state.stay(visit);
        if (stay != null && stay.isAsking()) {
            stay.asking(false);
            decider.happened(at -> new Event.CallerLeft(at, visit));
            decider.happened(at -> new Event.CallerEntered(at, visit, stay.who().queueId(), stay.who().enteredAt(), stay.who().priority(),
                    stay.who().rank(), Arrival.RESTORED));
        }
    }

    /** The caller hung up and is to be called back at a number. */
    void wantsCallback(String visit, String number) {
        var stay = state.stay(visit);
        if (stay != null && stay.isAsking()) {
            stay.asking(false);
            stay.callback(true);
            stay.hungUp();
            var who = stay.who();
            stay.who(new CallerStay(visit, who.queueId(), who.enteredAt(), who.priority(), who.rank(), number, who.name(), who.linkedId()));
            record.callbackAsked(decider.now(), stay.who());
            keep(stay);
            state.touch(stay);
        }
    }
}
