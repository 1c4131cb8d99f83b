package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Brings callers and free agents together: in their order callers are offered to whom they may be offered, until no caller is left for any free
 * agent. Only those are looked at of whom something changed, because before nobody was left either.
 */
final class Matching {

    private final Room room;
    private final Offers offers;
    private final Choice choice;

    Matching(Room room, Offers offers, Choice choice) {
        this.room = room;
        this.offers = offers;
        this.choice = choice;
    }

    void match() {
        if (room.freshCallers.isEmpty() && room.freshAgents.isEmpty()) {
            return;
        }
        Comparator<Caller> order = Caller.orderAt(room.now);
        PriorityQueue<Caller> inOrder = new PriorityQueue<>(order);
        inOrder.addAll(room.freshCallers);
        List<Wish> wishes = new ArrayList<>();
        for (Agent agent : room.freshAgents) {
            wish(agent, order, wishes, inOrder);
        }
        room.freshCallers.clear();
        room.freshAgents.clear();
        while (!inOrder.isEmpty()) {
            Caller caller = inOrder.poll();
            if (caller.asking) {
                List<Seat> chosen = choice.choose(caller, room.now);
                if (!chosen.isEmpty()) {
                    offers.make(caller, chosen);
                    wishAnew(caller, order, wishes, inOrder);
                }
            }
        }
    }

    /** Those who wanted the caller that has just been offered want their next now. */
    private void wishAnew(Caller taken, Comparator<Caller> order, List<Wish> wishes, PriorityQueue<Caller> inOrder) {
        List<Wish> disappointed = wishes.stream().filter(wish -> wish.caller == taken).toList();
        wishes.removeAll(disappointed);
        disappointed.stream().map(Wish::agent).filter(agent -> agent.shown == AgentStatus.FREE)
                .forEach(agent -> wish(agent, order, wishes, inOrder));
    }

    private void wish(Agent agent, Comparator<Caller> order, List<Wish> wishes, PriorityQueue<Caller> inOrder) {
        Caller first = null;
        for (Seat seat : agent.seats) {
            if (seat.possible()) {
                Caller found = seat.line.first(seat, room.now, order);
                if (found != null && (first == null || order.compare(found, first) < 0)) {
                    first = found;
                }
            }
        }
        if (first != null) {
            wishes.add(new Wish(agent, first));
            inOrder.add(first);
        }
    }

    /** The first of the callers whom a free agent may take. */
    private record Wish(Agent agent, Caller caller) {}
}
