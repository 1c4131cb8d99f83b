package org.switchboard.telephony.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.distribution.Arrival;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Distribution;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Miss;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** One day on a virtual clock: what was decided happens, after the time that it takes. */
final class SimulatedDay {

    private final SimulationSetup setup;
    private final SimulatedLog log;
    private final Distribution distribution;
    private final PriorityQueue<Coming> comings =
            new PriorityQueue<>(Comparator.comparing(Coming::at).thenComparingLong(Coming::number));
    private final Map<String, SimulatedCall> waiting = new HashMap<>();
    private final Set<String> calledBack = new HashSet<>();
    private final Map<Long, Decision.Offer> ringing = new HashMap<>();
    private final Map<UUID, Talk> wrapUps = new HashMap<>();
    private long number;

    SimulatedDay(SimulationSetup setup, QueueFigures figures) {
        this.setup = setup;
        this.log = new SimulatedLog(figures);
        this.distribution = new Distribution(setup.seed());
    }

    /** Plays until nobody waits or talks who could be served. */
    void play(Instant begin, Traffic traffic) {
        perform(begin, distribution.on(new Event.Configured(begin, setup.queues(), setup.agents())));
        setup.comings().forEach(event -> comings.add(new Coming(event.at(), ++number, () -> come(event))));
        for (SimulatedCall call : traffic.calls()) {
            comings.add(new Coming(call.at(), ++number, () -> enter(call)));
        }
        while (true) {
            Optional<Instant> wake = distribution.nextWake();
            Coming next = comings.peek();
            if (next != null && (wake.isEmpty() || !wake.get().isBefore(next.at))) {
                comings.poll().what.run();
            } else if (wake.isPresent() && (next != null || !waiting.isEmpty() || !wrapUps.isEmpty())) {
                tell(new Event.TimePassed(wake.get()));
            } else {
                return;
            }
        }
    }

    private void come(Event event) {
        switch (event) {
            case Event.AgentSignedIn in -> log.agent(in.at(), QueueEventKind.SIGNED_IN, in.agentId());
            case Event.AgentSignedOut out -> log.agent(out.at(), QueueEventKind.SIGNED_OUT, out.agentId());
            case Event.AgentPaused paused -> log.agent(paused.at(), QueueEventKind.PAUSED, paused.agentId());
            case Event.AgentResumed resumed -> log.agent(resumed.at(), QueueEventKind.RESUMED, resumed.agentId());
            default -> throw new IllegalArgumentException("Not what agents do by themselves: " + event);
        }
        tell(event);
    }

    private void enter(SimulatedCall call) {
        String visit = Long.toString(++number);
        waiting.put(visit, call);
        log.add(call.at(), QueueEventKind.ENTERED, call.queueId(), null, visit, Map.of());
        if (call.patience() != null) {
            after(call.at(), call.patience(), at -> giveUp(at, visit, call));
        }
        tell(new Event.CallerEntered(call.at(), visit, call.queueId(), call.at(), call.priority(), 0, Arrival.NEW));
    }

    private void giveUp(Instant at, String visit, SimulatedCall call) {
        if (!waiting.containsKey(visit)) {
            return;
        }
        if (SimulatedCall.CALLBACK.equals(call.leavesBy())) {
            log.add(at, QueueEventKind.CALLBACK_ASKED, call.queueId(), null, visit, Map.of());
            calledBack.add(visit);
            tell(new Event.CallbackAsked(at, visit));
            tell(new Event.CallbackDue(at, visit, true));
        } else {
            waiting.remove(visit);
            String waited = SimulatedLog.millis(call.at(), at);
            if (call.leavesBy() == null) {
                log.add(at, QueueEventKind.ABANDONED, call.queueId(), null, visit, Map.of("waited", waited));
            } else {
                log.add(at, QueueEventKind.LEFT, call.queueId(), null, visit, Map.of("waited", waited, "way", call.leavesBy()));
            }
            tell(new Event.CallerLeft(at, visit));
        }
    }

    private void tell(Event event) {
        perform(event.at(), distribution.on(event));
    }

    private void perform(Instant at, List<Decision> decisions) {
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Offer offer -> ring(at, offer);
                case Decision.Withdraw withdraw -> after(at, Duration.ZERO, then -> stop(then, withdraw.offerId()));
                case Decision.Leave leave -> {
                    SimulatedCall call = waiting.remove(leave.visit());
                    log.add(at, QueueEventKind.LEFT, leave.queueId(), null, leave.visit(),
                            Map.of("waited", SimulatedLog.millis(call.at(), at), "way", leave.way().value()));
                }
                case Decision.AgentIs told -> became(at, told);
            }
        }
    }

    private void ring(Instant at, Decision.Offer offer) {
        ringing.put(offer.offerId(), offer);
        for (UUID agent : offer.agents()) {
            log.add(at, QueueEventKind.OFFERED, offer.queueId(), agent, offer.visit(), Map.of());
        }
        Duration rings = setup.answer().compareTo(Duration.ofSeconds(offer.ringSeconds())) < 0 ? setup.answer() : Duration.ofSeconds(offer.ringSeconds());
        after(at, rings, then -> answer(then, offer));
    }

    private void answer(Instant at, Decision.Offer offer) {
        // Who gives up in the same instant was there first, and the offer is being taken back.
        if (!waiting.containsKey(offer.visit()) || ringing.remove(offer.offerId()) == null) {
            return;
        }
        SimulatedCall call = waiting.remove(offer.visit());
        UUID agent = offer.agents().getFirst();
        for (UUID other : offer.agents().subList(1, offer.agents().size())) {
            log.add(at, QueueEventKind.OFFER_ENDED, offer.queueId(), other, offer.visit(), Map.of("result", "answered_elsewhere"));
        }
        log.add(at, QueueEventKind.ANSWERED, offer.queueId(), agent, offer.visit(),
                Map.of("waited", SimulatedLog.millis(call.at(), at), "callback", Boolean.toString(calledBack.remove(offer.visit()))));
        Talk talk = new Talk(offer.queueId(), agent, offer.visit(), call, at);
        after(at, call.talk(), then -> hangUp(then, talk));
        tell(new Event.OfferAnswered(at, offer.offerId(), agent));
    }

    private void stop(Instant at, long offerId) {
        Decision.Offer offer = ringing.remove(offerId);
        if (offer != null) {
            Map<UUID, Miss> misses = new HashMap<>();
            for (UUID agent : offer.agents()) {
                misses.put(agent, Miss.WITHDRAWN);
                log.add(at, QueueEventKind.OFFER_ENDED, offer.queueId(), agent, offer.visit(), Map.of("result", Miss.WITHDRAWN.value()));
            }
            tell(new Event.OfferFailed(at, offerId, misses));
        }
    }

    private void hangUp(Instant at, Talk talk) {
        log.add(at, QueueEventKind.TALK_ENDED, talk.queueId, talk.agent, talk.visit, Map.of("talked", SimulatedLog.millis(talk.since, at)));
        Talk done = new Talk(talk.queueId, talk.agent, talk.visit, talk.call, at);
        wrapUps.put(talk.agent, done);
        if (talk.call.wrapUp() != null) {
            after(at, talk.call.wrapUp(), then -> {
                if (wrapUps.get(done.agent) == done) {
                    tell(new Event.WrapUpEnded(then, done.agent));
                }
            });
        }
        tell(new Event.TalkEnded(at, talk.agent));
    }

    /** Whatever an agent does after a talk but finishing it off, the finishing is over. */
    private void became(Instant at, Decision.AgentIs told) {
        if (told.status() != AgentStatus.WRAP_UP && told.status() != AgentStatus.TALKING) {
            Talk done = wrapUps.remove(told.agentId());
            if (done != null) {
                log.add(at, QueueEventKind.WRAP_UP_ENDED, done.queueId, done.agent, done.visit, Map.of("wrapUp", SimulatedLog.millis(done.since, at)));
            }
        }
    }

    private void after(Instant at, Duration delay, Then then) {
        Instant when = at.plus(delay);
        comings.add(new Coming(when, ++number, () -> then.at(when)));
    }

    private interface Then {
        void at(Instant at);
    }

    private record Coming(Instant at, long number, Runnable what) {}

    private record Talk(UUID queueId, UUID agent, String visit, SimulatedCall call, Instant since) {}
}
