package org.switchboard.telephony.callcentre;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.plan.TenantPlan;

/** All that a floor knows at this moment, of its own thread only; and what of it has changed since it was last shown. */
final class FloorState {

    private final Map<String, Stay> stays = new LinkedHashMap<>();
    private final Map<String, Stay> byChannel = new HashMap<>();
    private final Map<UUID, Seat> seats = new LinkedHashMap<>();
    private final Map<Long, Offer> offers = new HashMap<>();
    private final Map<String, Talk> talks = new HashMap<>();
    private final Set<UUID> touchedQueues = new HashSet<>();
    private final Set<UUID> touchedAgents = new HashSet<>();
    private TenantPlan plan;

    TenantPlan plan() {
        return plan;
    }

    void plan(TenantPlan now) {
        plan = now;
    }

    Stay stay(String visit) {
        return stays.get(visit);
    }

    Stay stayOf(String channel) {
        return byChannel.get(channel);
    }

    Collection<Stay> stays() {
        return stays.values();
    }

    void add(Stay stay) {
        stays.put(stay.visit(), stay);
        if (stay.channel() != null) {
            byChannel.put(stay.channel(), stay);
        }
        touch(stay);
    }

    void remove(Stay stay) {
        stays.remove(stay.visit(), stay);
        if (stay.channel() != null) {
            byChannel.remove(stay.channel(), stay);
        }
        touch(stay);
    }

    Seat seat(UUID agentId) {
        return seats.get(agentId);
    }

    Collection<Seat> seats() {
        return seats.values();
    }

    Seat seatFor(UUID agentId) {
        return seats.computeIfAbsent(agentId, Seat::new);
    }

    void removeSeat(UUID agentId) {
        seats.remove(agentId);
        touchedAgents.add(agentId);
    }

    Offer offer(long id) {
        return offers.get(id);
    }

    void add(Offer offer) {
        offers.put(offer.id(), offer);
        offer.stay().offer(offer);
        offer.agents().forEach(agent -> seat(agent).offer(offer));
        touch(offer.stay());
    }

    void remove(Offer offer) {
        offers.remove(offer.id());
        if (offer.stay().offer() == offer) {
            offer.stay().offer(null);
        }
        for (var agent : offer.agents()) {
            var seat = seats.get(agent);
            if (seat != null && seat.offer() == offer) {
                seat.offer(null);
                touch(seat);
            }
        }
        touch(offer.stay());
    }

    Talk talkOfLeg(String channel) {
        return talks.get(channel);
    }

    Collection<Talk> talks() {
        return talks.values();
    }

    void add(Talk talk) {
        talks.put(talk.leg(), talk);
        talk.stay().talk(talk);
        var seat = seatFor(talk.agentId());
        seat.talk(talk);
        touch(seat);
    }

    void remove(Talk talk) {
        talks.remove(talk.leg());
        talk.stay().talk(null);
        var seat = seats.get(talk.agentId());
        if (seat != null && seat.talk() == talk) {
            seat.talk(null);
            touch(seat);
        }
    }

    void touch(Stay stay) {
        touchedQueues.add(stay.who().queueId());
    }

    void touch(Seat seat) {
        touchedAgents.add(seat.agentId());
    }

    void touchEverything() {
        plan.callCentre().queues().forEach(queue -> touchedQueues.add(queue.id()));
        touchedAgents.addAll(seats.keySet());
    }

    /** The queues that must be shown anew; asked once. */
    Set<UUID> takeTouchedQueues() {
        var touched = Set.copyOf(touchedQueues);
        touchedQueues.clear();
        return touched;
    }

    /** The agents who must be shown anew; asked once. */
    Set<UUID> takeTouchedAgents() {
        var touched = Set.copyOf(touchedAgents);
        touchedAgents.clear();
        return touched;
    }

    boolean isTouched() {
        return !touchedQueues.isEmpty() || !touchedAgents.isEmpty();
    }
}
