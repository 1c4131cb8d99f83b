package org.switchboard.telephony.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of days at companies drawn from a seed. More with {@code -Ddistribution.days=…}; one alone with {@code -Ddistribution.seed=…}. */
class DistributionWorldTest {

    private static final int HAPPENINGS = 200;

    @Test
    void given_thousands_of_irregular_days_then_every_rule_holds_after_every_event() {
        Long only = Long.getLong("distribution.seed");
        LongStream seeds = only == null ? LongStream.rangeClosed(1, Integer.getInteger("distribution.days", 2_000)) : LongStream.of(only);
        seeds.parallel().forEach(DistributionWorldTest::day);
    }

    private static void day(long seed) {
        World world = new World(seed);
        try {
            world.play(HAPPENINGS);
            everyCallerEndsOnceOrWaits(world);
            sameEventsGiveSameDecisions(world, seed);
            beingToldTheTimeMoreOrLessOftenChangesNothing(world, seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Day %d, event %d: %s%n%s".formatted(seed, world.events.size(), e.getMessage(), world.tail()), e);
        }
    }

    private static void everyCallerEndsOnceOrWaits(World world) {
        Set<String> accountedFor = new HashSet<>(world.referee.ends.keySet());
        accountedFor.addAll(world.referee.callers.keySet());
        assertThat(world.visits().toList()).containsExactlyInAnyOrderElementsOf(accountedFor);
        assertThat(world.referee.callers.keySet()).doesNotContainAnyElementsOf(world.referee.ends.keySet());
    }

    private static void sameEventsGiveSameDecisions(World world, long seed) {
        assertThat(replay(world.events, seed)).isEqualTo(world.decisions);
    }

    /** What falls due is decided with its own time, so that a late wake-up loses nothing. */
    private static void beingToldTheTimeMoreOrLessOftenChangesNothing(World world, long seed) {
        List<Event> untimed = world.events.stream().filter(event -> !(event instanceof Event.TimePassed)).toList();
        List<Decision> late = replay(untimed, seed);
        // What fell due after the last event is not decided then.
        assertThat(world.decisions.subList(0, late.size())).isEqualTo(late);
        List<Event> often = new ArrayList<>();
        for (Event event : world.events) {
            often.add(new Event.TimePassed(event.at().minusMillis(1)));
            often.add(event);
            often.add(new Event.TimePassed(event.at()));
        }
        assertThat(replay(often, seed)).isEqualTo(world.decisions);
    }

    private static List<Decision> replay(List<Event> events, long seed) {
        Distribution distribution = new Distribution(seed);
        List<Decision> decisions = new ArrayList<>();
        events.forEach(event -> decisions.addAll(distribution.on(event)));
        return decisions;
    }
}
