package org.switchboard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.local.phone.Customer;
import org.switchboard.local.phone.SippLine;

/** What the demonstration plays, and how it counts what the phones saw. */
class DemoPlanTest {

    private static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");
    private static final Duration TARGET = Duration.ofSeconds(20);

    private static DemoPlan plan(int minutes, long seed) {
        return DemoPlan.of(minutes, new SplittableRandom(seed), DemoCentre.NUMBER, "5", "9");
    }

    @Test
    void given_the_same_seed_when_planned_twice_then_it_is_the_same_and_another_seed_is_another() {
        assertThat(plan(30, 7)).isEqualTo(plan(30, 7));
        assertThat(plan(30, 8)).isNotEqualTo(plan(30, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60})
    void given_any_length_when_planned_then_calls_are_in_time_in_order_and_bounded(int minutes) {
        for (long seed = 0; seed < 50; seed++) {
            var customers = plan(minutes, seed).customers();
            assertThat(customers).hasSizeLessThanOrEqualTo(DemoPlan.MOST_CALLS);
            assertThat(customers).extracting(Customer::after).isSorted().allMatch(at -> at.compareTo(Duration.ofMinutes(minutes)) < 0);
            assertThat(customers).extracting(Customer::number).doesNotHaveDuplicates();
        }
    }

    @Test
    void given_many_plans_when_counted_then_the_second_quarter_is_the_busy_one() {
        var busy = 0;
        var all = 0;
        for (long seed = 0; seed < 50; seed++) {
            var customers = plan(30, seed).customers();
            all += customers.size();
            busy += (int) customers.stream().filter(customer -> customer.after().toSeconds() >= 450 && customer.after().toSeconds() < 900).count();
        }
        // 2.4 of 5.4 parts.
        assertThat((double) busy / all).isBetween(0.41, 0.48);
    }

    @Test
    void given_what_phones_saw_when_counted_then_each_caller_is_one_thing() {
        var customers = List.of(at(0, "in", "+12025551001"), at(0, "in", "+12025551002"), at(0, "in", "+12025551003"), at(0, "in", "+12025551004"),
                at(5, "pressed", "+12025551003"), at(5, "left", "+12025551002"), at(9, "left", "+12025551003"), at(70, "left", "+12025551004"),
                at(60, "done", "+12025551001"));
        var agents = List.of(at(2, "rung", "12025551001"), at(21, "answered", "12025551001"), at(60, "ended", "12025551001"));

        var seen = DemoCount.seen(customers, agents, Set.of("+12025551003"), TARGET);

        assertThat(seen).isEqualTo(new DemoCount(4, 1, 0, 2, 1, 2));
        assertThat(seen.serviceLevel()).isEqualTo("0 %");
        assertThat(seen.agrees(seen.since(new DemoCount(0, 0, 0, 0, 0, 0)))).isTrue();
        assertThat(seen.agrees(seen.since(new DemoCount(1, 0, 0, 0, 0, 0)))).isFalse();
    }

    private static SippLine at(int second, String what, String who) {
        return new SippLine(NOON.plusSeconds(second), what, who);
    }
}
