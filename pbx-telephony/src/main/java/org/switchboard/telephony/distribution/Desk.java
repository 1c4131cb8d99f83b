package org.switchboard.telephony.distribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes events one by one, first what fell due before each, and lets the parts act. */
final class Desk {

    private final Room room = new Room();
    private final Offers offers = new Offers(room);
    private final AgentDesk agents = new AgentDesk(room, offers);
    private final SettingsChange settings = new SettingsChange(room, offers);
    private final CallerDesk callers;
    private final Matching matching;

    Desk(long seed) {
        Choice choice = new Choice(seed);
        callers = new CallerDesk(room, offers, choice);
        matching = new Matching(room, offers, choice);
    }

    List<Decision> on(Event event) {
        long at = Math.max(room.now, event.at().toEpochMilli());
        while (room.timers.next() <= at) {
            room.now = Math.max(room.now, room.timers.next());
            wakeAllOfNow();
            settle();
        }
        room.now = at;
        apply(event);
        settle();
        return room.takeDecisions();
    }

    /** Agents whose time is over at the same instant are all free before the first of them is chosen. */
    private void wakeAllOfNow() {
        for (Sleeper sleeper = room.timers.due(room.now); sleeper != null; sleeper = room.timers.due(room.now)) {
            switch (sleeper) {
                case Agent agent -> agents.woken(agent);
                case Caller caller -> callers.woken(caller);
                case OpenOffer offer -> offers.overtime(offer);
            }
        }
    }

    private void settle() {
        new ArrayList<>(room.deserted).forEach(callers::deserted);
        room.deserted.clear();
        matching.match();
    }

    private void apply(Event event) {
        switch (event) {
            case Event.Configured configured -> settings.apply(configured);
            case Event.CallerEntered entered -> callers.entered(entered);
            case Event.CallerLeft left -> callers.left(left.visit());
            case Event.CallerPriority changed -> callers.priority(changed.visit(), changed.priority());
            case Event.CallerToFront pulled -> callers.toFront(pulled.visit());
            case Event.CallbackAsked asked -> callers.callbackAsked(asked.visit());
            case Event.CallbackDue due -> callers.callbackDue(due.visit(), due.due());
            case Event.OfferAnswered answered -> offers.answered(answered.offerId(), answered.agentId());
            case Event.OfferFailed failed -> offers.failed(failed.offerId(), failed.misses());
            case Event.TalkEnded ended -> agents.talkEnded(ended.agentId());
            case Event.WrapUpEnded ended -> agents.wrapUpEnded(ended.agentId());
            case Event.AgentSignedIn in -> agents.signedIn(in.agentId());
            case Event.AgentSignedOut out -> agents.signedOut(out.agentId());
            case Event.AgentPaused paused -> agents.paused(paused.agentId());
            case Event.AgentResumed resumed -> agents.resumed(resumed.agentId());
            case Event.AgentOtherCall other -> agents.otherCall(other.agentId(), other.busy());
            case Event.AgentReachable reachable -> agents.reachable(reachable.agentId(), reachable.reachable());
            case Event.AgentRestored restored -> agents.restored(restored.agentId(), restored.memory());
            case Event.DayBegan _ -> agents.dayBegan();
            case Event.TimePassed _ -> { }
        }
    }

    Optional<Instant> nextWake() {
        long next = room.timers.next();
        return next == Timers.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    List<WaitingCaller> waiting(UUID queueId, Instant at) {
        Line line = room.lines.get(queueId);
        if (line == null) {
            return List.of();
        }
        List<WaitingCaller> waiting = new ArrayList<>();
        line.inOrder(at.toEpochMilli()).forEach(caller -> waiting.add(view(caller, waiting.size() + 1)));
        return List.copyOf(waiting);
    }

    Optional<WaitingCaller> caller(String visit, Instant at) {
        return Optional.ofNullable(room.callers.get(visit))
                .map(caller -> view(caller, caller.line.position(caller, at.toEpochMilli())));
    }

    List<AgentView> agents() {
        return room.agents.values().stream().map(Agent::view).toList();
    }

    Optional<AgentView> agent(UUID agentId) {
        return Optional.ofNullable(room.agents.get(agentId)).map(Agent::view);
    }

    private static WaitingCaller view(Caller caller, int position) {
        return new WaitingCaller(caller.visit, caller.line.rules.queueId(), position, Instant.ofEpochMilli(caller.enteredAt), caller.priority,
                caller.rank, caller.callback, !caller.callback || caller.due, caller.offer == null ? null : caller.offer.id);
    }
}
