package org.switchboard.telephony.distribution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What becomes of offers: made, answered, failed, taken back. */
final class Offers {

    /** Who rejects or cannot be called for a reason of ours is left alone so long, or a phone that rejects by itself would be asked without a pause. */
    private static final long REST = 5_000;
    /** A phone that cannot be reached is not tried again for so long unless it is said that it can. */
    private static final long UNREACHABLE = 10_000;
    /** An offer of which nothing is heard so long after it should have ended is taken back. */
    private static final long OVERTIME = 15_000;
    /** After the agent has answered it takes so long, at most, to call a customer back. */
    private static final long CALLING_BACK = 120_000;
    /** When it is not confirmed after so long that an offer was taken back, it is taken as if it were. */
    private static final long CONFIRMATION = 5_000;

    private final Room room;
    private long lastOffer;
    private long lastAsked;

    Offers(Room room) {
        this.room = room;
    }

    void make(Caller caller, List<Seat> seats) {
        room.unask(caller);
        OpenOffer offer = new OpenOffer(++lastOffer, caller, seats.stream().map(seat -> seat.agent).toList());
        room.offers.put(offer.id, offer);
        caller.offer = offer;
        for (Seat seat : seats) {
            seat.lastAsked = ++lastAsked;
            seat.agent.offer = offer;
            room.changed(seat.agent);
        }
        int ringSeconds = caller.line.rules.ringSeconds();
        room.timers.set(offer, room.now + ringSeconds * 1000L + OVERTIME + (caller.callback ? CALLING_BACK : 0));
        room.decide(new Decision.Offer(offer.id, caller.visit, offer.queueId, offer.agents.stream().map(agent -> agent.id).toList(), ringSeconds,
                caller.callback));
    }

    void answered(long offerId, UUID agentId) {
        OpenOffer offer = close(offerId);
        if (offer != null && offer.caller != null) {
            room.forget(offer.caller);
        }
        Agent agent = room.agents.get(agentId);
        if (agent != null) {
            talk(agent, offer == null ? null : offer.queueId);
        }
        if (offer != null) {
            offer.agents.forEach(room::changed);
        }
    }

    private void talk(Agent agent, UUID queueId) {
        if (agent.offer != null) {
            withdraw(agent.offer);
        }
        agent.talking = true;
        agent.talkingQueue = queueId;
        agent.talksToday++;
        agent.missesInRow = 0;
        agent.setAsideUntil = 0;
        agent.unreachableUntil = 0;
        agent.wrapUpUntil = 0;
        room.changed(agent);
    }

    void failed(long offerId, Map<UUID, Miss> misses) {
        OpenOffer offer = close(offerId);
        if (offer == null) {
            return;
        }
        boolean alone = offer.agents.size() == 1;
        for (Agent agent : offer.agents) {
            Miss miss = misses.get(agent.id);
            if (miss != null) {
                missed(agent, miss, offer, alone);
            }
            room.changed(agent);
        }
        if (offer.caller != null) {
            if (!misses.containsValue(Miss.CALLER_GONE)) {
                room.goOn(offer.caller);
            } else if (offer.caller.callback) {
                offer.caller.due = false;
            } else {
                room.forget(offer.caller);
            }
        }
    }

    private void missed(Agent agent, Miss miss, OpenOffer offer, boolean alone) {
        switch (miss) {
            case NO_ANSWER -> {
                if (alone) {
                    countMiss(agent, offer.queueId);
                }
            }
            case REJECTED -> {
                countMiss(agent, offer.queueId);
                rest(agent);
            }
            case FAILED -> rest(agent);
            case UNREACHABLE -> agent.unreachableUntil = room.now + UNREACHABLE;
            case CALLER_GONE, WITHDRAWN -> {
                return;
            }
        }
        if (offer.caller != null) {
            offer.caller.tried(agent);
        }
    }

    private void countMiss(Agent agent, UUID queueId) {
        agent.missesInRow++;
        Line line = room.lines.get(queueId);
        if (line != null && agent.signedIn && line.rules.missedOffers() > 0 && agent.missesInRow >= line.rules.missedOffers()) {
            agent.missesInRow = 0;
            agent.setAsideUntil = Math.max(agent.setAsideUntil, room.now + line.rules.setAsideSeconds() * 1000L);
        }
    }

    private void rest(Agent agent) {
        if (agent.signedIn) {
            agent.setAsideUntil = Math.max(agent.setAsideUntil, room.now + REST);
        }
    }

    /** Unbinds agents and caller; the one who calls says what becomes of them. Null when there is no such offer. */
    private OpenOffer close(long offerId) {
        OpenOffer offer = room.offers.remove(offerId);
        if (offer == null) {
            return null;
        }
        room.timers.clear(offer);
        if (offer.caller != null) {
            offer.caller.offer = null;
        }
        for (Agent agent : offer.agents) {
            if (agent.offer == offer) {
                agent.offer = null;
            }
        }
        return offer;
    }

    void withdraw(OpenOffer offer) {
        if (!offer.withdrawn) {
            offer.withdrawn = true;
            room.decide(new Decision.Withdraw(offer.id));
            room.timers.set(offer, room.now + CONFIRMATION);
        }
    }

    /** Nothing was heard of an offer for too long. */
    void overtime(OpenOffer offer) {
        if (offer.withdrawn) {
            Map<UUID, Miss> misses = new HashMap<>();
            offer.agents.forEach(agent -> misses.put(agent.id, Miss.FAILED));
            failed(offer.id, misses);
        } else {
            withdraw(offer);
        }
    }
}
