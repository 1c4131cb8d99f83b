package org.switchboard.local.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Ports;
import org.switchboard.local.bench.DeviceFleet;

/** The load generator's scenarios against a real Asterisk, with one line of dialplan instead of our engine. */
final class SippTest {

    private static final int PHONES = 10;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;
    private static LocalStack stack;
    private static DeviceFleet fleet;

    @BeforeAll
    static void startStack() {
        stack = LocalStack.start(folder.resolve("data"));
        fleet = DeviceFleet.insert(stack, "sipp", 2 * PHONES);
        stack.asterisk().cli("dialplan add extension _direct.,1,Dial(PJSIP/${EXTEN:6},20) into from-device");
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    void given_registered_phones_when_called_under_load_then_every_call_succeeds_and_is_timed() {
        int calledPort = Ports.free(1).getFirst();
        var registered = Sipp.run(plan("register", "registered", calledPort, PHONES, IntStream.range(0, PHONES)
                .mapToObj(i -> List.of(fleet.username(i), right(i), "600")).toList()));
        assertThat(registered.failed()).as(registered.errors()).isZero();
        assertThat(registered.successful()).isEqualTo(PHONES);

        var waiting = new SippPlan("called", folder.resolve("called"), calledPort, 0, List.of(), 1, 1000, LIMIT);
        try (var _ = Sipp.listen(waiting)) {
            var calls = Sipp.run(plan("calling", "calling", Ports.free(1).getFirst(), 3 * PHONES, IntStream.range(0, PHONES)
                    .mapToObj(i -> List.of(fleet.username(PHONES + i), right(PHONES + i), "direct" + fleet.username(i)))
                    .toList()));

            assertThat(calls.failed()).as(calls.errors()).isZero();
            assertThat(calls.successful()).isEqualTo(3 * PHONES);
            assertThat(calls.times(1).count()).as("times to 180").isEqualTo(3 * PHONES);
            assertThat(calls.times(2).count()).as("times to 200").isEqualTo(3 * PHONES);
            assertThat(calls.times(2).percentile(50)).isBetween(0.1, 5_000.0);
        }
    }

    @Test
    void given_a_called_phone_that_is_not_there_when_called_then_the_calls_count_as_failed() {
        var calls = Sipp.run(plan("calling", "calling-nobody", Ports.free(1).getFirst(), 3,
                List.of(List.of(fleet.username(0), right(0), "direct" + fleet.username(1).replace('0', '9')))));

        assertThat(calls.successful()).isZero();
        assertThat(calls.failed()).isEqualTo(3);
        assertThat(calls.errors()).isNotEmpty();
    }

    @Test
    void given_a_wrong_secret_and_an_unknown_name_when_registering_then_both_are_refused_alike() {
        var wrongSecret = Sipp.run(plan("register_refused", "wrong-secret", Ports.free(1).getFirst(), 5,
                List.of(List.of(fleet.username(0), SippPlan.authentication(fleet.username(0), "wrong")))));
        var unknownName = Sipp.run(plan("register_refused", "unknown-name", Ports.free(1).getFirst(), 5,
                List.of(List.of("zzz0000000000000", SippPlan.authentication("zzz0000000000000", "wrong")))));

        assertThat(wrongSecret.successful()).as(wrongSecret.errors()).isEqualTo(5);
        assertThat(unknownName.successful()).as(unknownName.errors()).isEqualTo(5);
    }

    private static SippPlan plan(String scenario, String name, int port, int calls, List<List<String>> fields) {
        return new SippPlan(scenario, folder.resolve(name), port, stack.settings().sipPort(), fields, 10, calls, LIMIT);
    }

    private static String right(int index) {
        return SippPlan.authentication(fleet.username(index), fleet.password(index));
    }
}
