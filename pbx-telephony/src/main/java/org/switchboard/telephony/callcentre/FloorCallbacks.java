package org.switchboard.telephony.callcentre;

import org.switchboard.telephony.distribution.Arrival;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Miss;

/** The callbacks of a floor, as who keeps and makes them tells of them. */
final class FloorCallbacks {

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorMemory memory;
    private final Offering offering;
    private final Talking talking;
    private final Phones phones;

    FloorCallbacks(FloorState state, Decider decider, FloorRecord record, FloorMemory memory, Offering offering, Talking talking, Phones phones) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.memory = memory;
        this.offering = offering;
        this.talking = talking;
        this.phones = phones;
    }

    void restore(CallerStay who) {
        if (state.stay(who.visit()) == null) {
            var stay = new Stay(who, null, null, Stay.Phase.WAITING);
            stay.callback(true);
            state.add(stay);
            memory.keep(OpenStay.waiting(state.plan().tenantId(), stay));
            comesBack(stay);
        }
    }

    private void comesBack(Stay stay) {
        var who = stay.who();
        stay.phase(Stay.Phase.WAITING);
        state.touch(stay);
        decider.happened(at -> new Event.CallerEntered(at, who.visit(), who.queueId(), who.enteredAt(), who.priority(), who.rank(), Arrival.CALLBACK));
    }

    void due(String visit, boolean due) {
        decider.happened(at -> new Event.CallbackDue(at, visit, due));
    }

    void answered(long offerId, String agentChannel, String linkedId) {
        var offer = state.offer(offerId);
        if (offer == null || !offer.isCallback()) {
            return;
        }
        var stay = offer.stay();
        var who = stay.who();
        stay.who(new CallerStay(who.visit(), who.queueId(), who.enteredAt(), who.priority(), who.rank(), who.number(), who.name(), linkedId));
        var agentId = offer.agents().getFirst();
        var device = state.seat(agentId).devices().stream().findFirst().orElse("");
        state.remove(offer);
        state.add(new Talk(agentId, stay, agentChannel, phones.deviceOf(agentChannel).orElse(device), decider.now(), false));
        stay.phase(Stay.Phase.TALKING);
        phones.isOurs(agentChannel);
        decider.happened(at -> new Event.OfferAnswered(at, offerId, agentId));
    }

    void missed(long offerId, Miss miss) {
        var offer = state.offer(offerId);
        if (offer != null && offer.isCallback()) {
            offering.ended(offer, miss);
        }
    }

    void talking(String visit) {
        var stay = state.stay(visit);
        if (stay != null && stay.talk() != null && !stay.talk().isCounted()) {
            var talk = stay.talk();
            talk.counted();
            record.answered(talk.since(), stay.who(), talk.agentId(), true);
            memory.keep(OpenStay.talking(state.plan().tenantId(), talk));
        }
    }

    void customerMissed(String visit) {
        var stay = state.stay(visit);
        if (stay != null && stay.isCallback()) {
            endTalk(stay);
            comesBack(stay);
        }
    }

    void ended(String visit, Callbacks.End end) {
        var stay = state.stay(visit);
        if (stay == null || !stay.isCallback() || stay.talk() != null && stay.talk().isCounted()) {
            return;
        }
        var offer = stay.offer();
        if (offer != null) {
            offering.withdraw(offer.id());
        }
        endTalk(stay);
        decider.happened(at -> new Event.CallerLeft(at, visit));
        record.callbackEnded(decider.now(), stay.who(), end == Callbacks.End.FAILED ? "failed" : "cancelled");
        state.remove(stay);
        memory.forget(state.plan().tenantId(), visit);
    }

    private void endTalk(Stay stay) {
        if (stay.talk() != null) {
            talking.ended(stay.talk());
        }
    }
}
