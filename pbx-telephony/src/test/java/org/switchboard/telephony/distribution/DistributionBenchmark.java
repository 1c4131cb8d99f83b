package org.switchboard.telephony.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long decisions take at a company of 5,000 agents, 500 queues and 2,000 who wait. Run by {@code ./pbx bench distribution}; what it prints there
 * begins with {@code bench:}.
 */
class DistributionBenchmark {

    static final int QUEUES = 500;
    static final int AGENTS = 5_000;
    static final int WAITING = 2_000;
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");

    private final SplittableRandom random = new SplittableRandom(1);
    private final Distribution distribution = new Distribution(1);
    private final List<UUID> talking = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private final Map<Long, UUID> ringing = new HashMap<>();
    private final Map<String, List<Long>> times = new HashMap<>();
    private Instant now = BEGIN;
    private long visits;

    /** Every agent serves ten queues of all strategies, with tiers and skills that relax. Events come 20 to the second. */
    @Test
    void decisions() {
        Instant begun = now;
        tell("the settings", settings(60));
        for (int agent = 0; agent < AGENTS; agent++) {
            tell("an agent signs in", new Event.AgentSignedIn(now, agent(agent)));
        }
        while (waiting.size() < WAITING) {
            enter();
            answerAll();
        }
        times.clear();
        for (int number = 0; number < 100_000; number++) {
            if (number == 20_000) {
                times.clear();
            }
            now = now.plusMillis(50);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> {
                    do {
                        enter();
                    } while (waiting.size() < WAITING && ringing.isEmpty());
                }
                case 4 -> tell("a caller leaves", new Event.CallerLeft(now, waiting.remove(random.nextInt(waiting.size()))));
                case 5 -> tell("an agent pauses", new Event.AgentPaused(now, agent(random.nextInt(AGENTS))));
                case 6 -> tell("an agent resumes", new Event.AgentResumed(now, agent(random.nextInt(AGENTS))));
                default -> tell("an agent gets free", new Event.TalkEnded(now, talking.remove(random.nextInt(talking.size()))));
            }
            distribution.nextWake().filter(wake -> !wake.isAfter(now)).ifPresent(_ -> tell("time passes", new Event.TimePassed(now)));
            answerAll();
        }
        print("all", times.values().stream().flatMap(List::stream).toList());
        times.forEach(DistributionBenchmark::print);
        System.out.printf("bench: %d wait, %d talk, after %d minutes%n", waiting.size(), talking.size(), Duration.between(begun, now).toMinutes());
        List<Long> anew = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            Event settings = settings(number);
            long from = System.nanoTime();
            distribution.on(settings);
            anew.add(System.nanoTime() - from);
        }
        print("all settings anew", anew);
    }

    private void enter() {
        String visit = "visit-" + ++visits;
        waiting.add(visit);
        tell("a caller comes", new Event.CallerEntered(now, visit, queue(random.nextInt(QUEUES)), now, 1 + random.nextInt(3), 0, Arrival.NEW));
    }

    private void answerAll() {
        while (!ringing.isEmpty()) {
            Map<Long, UUID> open = new HashMap<>(ringing);
            ringing.clear();
            open.forEach((offer, agent) -> tell("an agent answers", new Event.OfferAnswered(now, offer, agent)));
        }
    }

    private void tell(String what, Event event) {
        long from = System.nanoTime();
        List<Decision> decided = distribution.on(event);
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(System.nanoTime() - from);
        for (Decision decision : decided) {
            switch (decision) {
                case Decision.Offer offer -> {
                    UUID one = offer.agents().getFirst();
                    ringing.put(offer.offerId(), one);
                    talking.add(one);
                    waiting.remove(offer.visit());
                }
                case Decision.Withdraw _, Decision.Leave _, Decision.AgentIs _ -> { }
            }
        }
    }

    private static void print(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("bench: %-20s p50 %8.1f  p99 %8.1f  p99.9 %8.1f  most %8.1f microseconds, %d times%n", what, at(sorted, 0.5), at(sorted, 0.99),
                at(sorted, 0.999), at(sorted, 1), sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1_000.0;
    }

    private static Event.Configured settings(int wrapUp) {
        List<QueueRules> queues = new ArrayList<>();
        for (int queue = 0; queue < QUEUES; queue++) {
            Strategy strategy = Strategy.values()[1 + queue % (Strategy.values().length - 1)];
            queues.add(new QueueRules(queue(queue), strategy, 20, wrapUp, 1, 60, 1_000, null, Presence.SIGNED_IN, Presence.ALWAYS, 300,
                    Map.of(2, 30, 3, 60), List.of(new SkillDemand(new UUID(3, queue % 5), 5, 20))));
        }
        SplittableRandom drawn = new SplittableRandom(2);
        List<AgentRules> agents = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            List<Membership> memberships = new ArrayList<>();
            int first = drawn.nextInt(QUEUES);
            for (int place = 0; place < 10; place++) {
                memberships.add(new Membership(queue((first + place * 37) % QUEUES), 1 + drawn.nextInt(3), 1 + drawn.nextInt(100)));
            }
            agents.add(new AgentRules(agent(agent), Map.of(new UUID(3, drawn.nextInt(5)), 1 + drawn.nextInt(10)), memberships));
        }
        return new Event.Configured(BEGIN, queues, agents);
    }

    private static UUID queue(int number) {
        return new UUID(5, number);
    }

    private static UUID agent(int number) {
        return new UUID(6, number);
    }
}
