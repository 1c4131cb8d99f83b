package org.switchboard.telephony.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A day at a company where nothing is regular: agents who are slow, reject, vanish and pause at any time, callers who come and go, supervisors who pull
 * and push, settings that change, a floor that sometimes does not answer. A {@link Referee} watches after each event, and just before the next.
 */
final class World {

    /** More would only make the referee slow. */
    private static final int MOST_WAITING = 20;
    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");

    final List<Event> events = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final Referee referee = new Referee();
    final Distribution distribution;
    private final SplittableRandom random;
    private final RandomSettings settings;
    private final PriorityQueue<Planned> plans =
            new PriorityQueue<>(Comparator.comparingLong(Planned::at).thenComparingLong(Planned::number));
    private final List<UUID> leftOver = new ArrayList<>();
    /** How lively the day is: the mean time between two things that nobody foresees, in milliseconds. */
    private final int pace;
    private long number;
    private long now = MORNING.toEpochMilli();

    World(long seed) {
        distribution = new Distribution(seed);
        random = new SplittableRandom(seed);
        settings = new RandomSettings(random);
        pace = 200 + random.nextInt(20_000);
    }

    void play(int happenings) {
        tell(settings.at(instant()));
        for (AgentRules agent : settings.agents()) {
            if (random.nextInt(4) > 0) {
                tell(new Event.AgentSignedIn(instant(), agent.agentId()));
            }
        }
        for (int happening = 0; happening < happenings; happening++) {
            now += random.nextInt(5) == 0 ? 0 : random.nextInt(pace);
            while (!plans.isEmpty() && plans.peek().at <= now) {
                Planned planned = plans.poll();
                advance(planned.at);
                tell(planned.event);
            }
            advance(now);
            tell(surprise());
        }
    }

    /** Lets time pass up to a moment, waking when it is asked for; each time looks once more just before. */
    private void advance(long to) {
        long wake = next();
        while (wake <= to) {
            still(wake - 1);
            tell(new Event.TimePassed(Instant.ofEpochMilli(wake)));
            long next = next();
            assertThat(next).as("the next time after having been woken").isGreaterThan(wake);
            wake = next;
        }
        still(to - 1);
    }

    private void still(long at) {
        if (at > referee.now) {
            referee.still(at);
        }
    }

    private long next() {
        return distribution.nextWake().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    }

    private void tell(Event event) {
        List<String> places = event instanceof Event.CallbackAsked ? places(event.at()) : List.of();
        events.add(event);
        List<Decision> decided = distribution.on(event);
        decisions.addAll(decided);
        referee.judge(event, decided);
        referee.compare(distribution);
        if (event instanceof Event.CallbackAsked) {
            assertThat(places(event.at())).as("the places before and after a callback was asked for").isEqualTo(places);
        }
        decided.forEach(this::react);
    }

    private List<String> places(Instant at) {
        return referee.queues.keySet().stream()
                .flatMap(queue -> distribution.waiting(queue, at).stream().map(WaitingCaller::visit)).toList();
    }

    private void react(Decision decision) {
        switch (decision) {
            case Decision.Offer offer -> plan(outcome(offer));
            case Decision.Withdraw withdraw -> {
                if (random.nextInt(20) > 0) {
                    plan(new Later(random.nextInt(3_000), at -> new Event.OfferFailed(at, withdraw.offerId(), misses(withdraw.offerId(), Miss.WITHDRAWN))));
                }
            }
            case Decision.AgentIs told when told.status() == AgentStatus.TALKING ->
                    plan(new Later(random.nextInt(120_000), at -> new Event.TalkEnded(at, told.agentId())));
            case Decision.AgentIs _, Decision.Leave _ -> { }
        }
    }

    private Later outcome(Decision.Offer offer) {
        UUID one = offer.agents().get(random.nextInt(offer.agents().size()));
        int ringing = offer.ringSeconds() * 1000;
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Later(ringing, at -> failed(at, offer, Miss.NO_ANSWER));
            case 2 -> new Later(random.nextInt(ringing), at -> failed(at, offer, Miss.REJECTED));
            case 3 -> new Later(random.nextInt(2_000), at -> failed(at, offer, Miss.UNREACHABLE));
            case 4 -> new Later(random.nextInt(ringing), at -> failed(at, offer, random.nextBoolean() ? Miss.CALLER_GONE : Miss.FAILED));
            case 5 -> new Later(3_600_000, Event.TimePassed::new);
            case 6 -> new Later(0, at -> new Event.OfferAnswered(at, offer.offerId(), one));
            default -> new Later(random.nextInt(ringing), at -> new Event.OfferAnswered(at, offer.offerId(), one));
        };
    }

    private Event failed(Instant at, Decision.Offer offer, Miss miss) {
        Map<UUID, Miss> misses = new HashMap<>();
        for (UUID agent : offer.agents()) {
            if (offer.agents().size() == 1 || random.nextInt(4) > 0) {
                misses.put(agent, miss);
            }
        }
        return new Event.OfferFailed(at, offer.offerId(), misses);
    }

    private Map<UUID, Miss> misses(long offerId, Miss miss) {
        Map<UUID, Miss> misses = new HashMap<>();
        RefereedOffer offer = referee.offers.get(offerId);
        if (offer != null) {
            offer.agents.forEach(agent -> misses.put(agent.id, miss));
        }
        return misses;
    }

    private void plan(Later later) {
        long at = now + later.delay;
        plans.add(new Planned(at, ++number, later.event.apply(Instant.ofEpochMilli(at))));
    }

    private Event surprise() {
        Instant at = instant();
        UUID agent = anyOf(settings.agents().stream().map(AgentRules::agentId).toList());
        String visit = anyOf(List.copyOf(referee.callers.keySet()));
        int kind = random.nextInt(40);
        if (kind < 16 && referee.callers.size() < MOST_WAITING || visit == null && kind < 24) {
            return entered(at);
        } else if (visit != null && kind < 24) {
            return switch (kind < 16 ? 16 : kind) {
                case 16, 17, 18 -> new Event.CallerLeft(at, visit);
                case 19 -> new Event.CallerPriority(at, visit, 1 + random.nextInt(10));
                case 20 -> new Event.CallerToFront(at, visit);
                case 21 -> new Event.CallbackAsked(at, visit);
                default -> new Event.CallbackDue(at, visit, random.nextInt(3) > 0);
            };
        } else if (agent == null || kind == 39) {
            settings.change();
            return settings.at(at);
        }
        return switch (kind) {
            case 24, 25, 26, 27 -> new Event.AgentSignedIn(at, agent);
            case 28 -> new Event.AgentSignedOut(at, agent);
            case 29 -> new Event.AgentPaused(at, agent);
            case 30, 31 -> new Event.AgentResumed(at, agent);
            case 32 -> new Event.AgentOtherCall(at, agent, true);
            case 33 -> new Event.AgentOtherCall(at, agent, false);
            case 34 -> new Event.AgentReachable(at, agent, false);
            case 35 -> new Event.AgentReachable(at, agent, true);
            case 36 -> new Event.WrapUpEnded(at, agent);
            case 37 -> random.nextInt(20) == 0 ? new Event.DayBegan(at) : new Event.TalkEnded(at, agent);
            // An answer to what was long over, or never was.
            default -> new Event.OfferAnswered(at, random.nextInt(1 + decisions.size()), agent);
        };
    }

    private Event entered(Instant at) {
        UUID queue = random.nextInt(50) == 0 ? UUID.fromString("00000000-0000-0000-0000-000000000001")
                : anyOf(settings.queues().stream().map(QueueRules::queueId).toList());
        boolean again = random.nextInt(10) == 0;
        Instant since = again ? at.minusSeconds(random.nextInt(200)) : at;
        Arrival arrival = !again ? Arrival.NEW : random.nextBoolean() ? Arrival.RESTORED : Arrival.CALLBACK;
        return new Event.CallerEntered(at, "visit-" + ++number, queue == null ? leftOver() : queue, since, 1 + random.nextInt(3),
                again && random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0, arrival);
    }

    private UUID leftOver() {
        leftOver.add(UUID.fromString("00000000-0000-0000-0000-000000000002"));
        return leftOver.getLast();
    }

    private <T> T anyOf(List<T> things) {
        return things.isEmpty() ? null : things.get(random.nextInt(things.size()));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    /** The last that happened, for who has to find out why. */
    String tail() {
        return String.join("\n", events.subList(Math.max(0, events.size() - 25), events.size()).stream().map(Event::toString).toList());
    }

    /** The visits that were told of. */
    Stream<String> visits() {
        return events.stream().filter(Event.CallerEntered.class::isInstance).map(event -> ((Event.CallerEntered) event).visit());
    }

    private interface At {
        Event apply(Instant at);
    }

    private record Later(int delay, At event) {}

    private record Planned(long at, long number, Event event) {}
}
