package org.switchboard.telephony.distribution;

import java.util.ArrayList;
import java.util.function.Consumer;

/** What callers and supervisors do with a place in a queue. */
final class CallerDesk {

    private final Room room;
    private final Offers offers;
    private final Choice choice;

    CallerDesk(Room room, Offers offers, Choice choice) {
        this.room = room;
        this.offers = offers;
        this.choice = choice;
    }

    void entered(Event.CallerEntered entered) {
        if (room.callers.containsKey(entered.visit())) {
            return;
        }
        Line line = room.lines.get(entered.queueId());
        if (line == null) {
            room.decide(new Decision.Leave(entered.visit(), entered.queueId(), Way.GONE));
            return;
        }
        Caller caller = new Caller(entered.visit(), Math.min(entered.enteredAt().toEpochMilli(), room.now), line);
        caller.priority = entered.priority();
        caller.rank = entered.rank();
        caller.callback = entered.arrival() == Arrival.CALLBACK;
        room.seenRank(entered.rank());
        Way refusal = entered.arrival() == Arrival.NEW ? refusal(caller) : null;
        if (refusal != null) {
            room.decide(new Decision.Leave(entered.visit(), entered.queueId(), refusal));
            return;
        }
        line.callers.add(caller);
        room.callers.put(caller.visit, caller);
        room.goOn(caller);
    }

    /** Who would be taken at once does not wait, and so finds no queue too long. Null for who may come in. */
    private Way refusal(Caller caller) {
        QueueRules rules = caller.line.rules;
        if (!caller.line.has(rules.joinWhen())) {
            return Way.NO_AGENTS;
        }
        boolean full = rules.maxLength() != null && caller.line.onThePhone() >= rules.maxLength() && !choice.any(caller, room.now);
        return full ? Way.FULL : null;
    }

    void left(String visit) {
        known(visit, caller -> {
            room.forget(caller);
            if (caller.offer != null) {
                caller.offer.caller = null;
                offers.withdraw(caller.offer);
            }
        });
    }

    void priority(String visit, int priority) {
        known(visit, caller -> move(caller, moved -> moved.priority = priority));
    }

    void toFront(String visit) {
        known(visit, caller -> {
            if (caller.rank == 0) {
                move(caller, moved -> moved.rank = room.nextRank());
            }
        });
    }

    private static void move(Caller caller, Consumer<Caller> change) {
        boolean asking = caller.asking;
        if (asking) {
            caller.line.unask(caller);
        }
        change.accept(caller);
        if (asking) {
            caller.line.ask(caller);
        }
    }

    void callbackAsked(String visit) {
        known(visit, caller -> {
            if (!caller.callback) {
                room.unask(caller);
                caller.callback = true;
                if (caller.offer != null) {
                    offers.withdraw(caller.offer);
                }
            }
        });
    }

    void callbackDue(String visit, boolean due) {
        known(visit, caller -> {
            if (caller.callback && caller.due != due) {
                caller.due = due;
                if (!due) {
                    room.unask(caller);
                } else if (caller.offer == null) {
                    room.goOn(caller);
                }
            }
        });
    }

    /** More agents may be asked now, or the longest wait is over. */
    void woken(Caller caller) {
        room.goOn(caller);
    }

    /** Shows those out who may not stay without the agents that have gone. */
    void deserted(Line line) {
        if (line.has(line.rules.stayWhen())) {
            return;
        }
        for (Caller caller : new ArrayList<>(line.callers)) {
            if (caller.asking && !caller.callback) {
                room.leave(caller, Way.NO_AGENTS);
            }
        }
    }

    private void known(String visit, Consumer<Caller> what) {
        Caller caller = room.callers.get(visit);
        if (caller != null) {
            what.accept(caller);
        }
    }
}
