package org.switchboard.telephony.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.alert.Troubles.Change;

class TroublesTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID QUEUE = UUID.randomUUID();
    private static final AlertRule RULE = new AlertRule(TENANT, QUEUE, 3, 60, 80, true);

    private final Troubles troubles = new Troubles();

    @Test
    void given_as_many_as_the_bound_when_one_more_waits_then_it_begins_once() {
        assertThat(look(0, gauge(3, null, null, 0))).isEmpty();
        assertThat(look(1, gauge(4, null, null, 0))).singleElement().isEqualTo(
                new Change.Began(new Trouble(TENANT, QUEUE, AlertKind.WAITING, START.plusSeconds(1), 4, 3)));
        assertThat(look(2, gauge(5, null, null, 0))).isEmpty();
        assertThat(troubles.now()).singleElement().extracting(Trouble::since, Trouble::value).containsExactly(START.plusSeconds(1), 5);
    }

    @Test
    void given_a_wait_when_it_passes_the_bound_then_it_is_since_that_very_moment() {
        assertThat(look(60, gauge(1, START, null, 0))).isEmpty();
        assertThat(look(67, gauge(1, START, null, 0))).singleElement().isEqualTo(
                new Change.Began(new Trouble(TENANT, QUEUE, AlertKind.WAIT, START.plusSeconds(60), 67, 60)));
    }

    @Test
    void given_trouble_when_it_is_kept_for_a_moment_only_then_the_episode_goes_on() {
        look(0, gauge(4, null, null, 0));
        assertThat(look(10, gauge(1, null, null, 0))).isEmpty();
        assertThat(troubles.now()).as("shown as well at once").isEmpty();
        assertThat(look(20, gauge(4, null, null, 0))).isEmpty();
        assertThat(troubles.now()).singleElement().extracting(Trouble::since).isEqualTo(START);
        assertThat(look(30, gauge(0, null, null, 0))).isEmpty();
        assertThat(look(59, gauge(0, null, null, 0))).isEmpty();
        assertThat(look(60, gauge(0, null, null, 0))).singleElement().isInstanceOfSatisfying(Change.Ended.class,
                ended -> assertThat(ended.at()).isEqualTo(START.plusSeconds(30)));
        assertThat(look(61, gauge(4, null, null, 0))).singleElement().isInstanceOf(Change.Began.class);
    }

    @Test
    void given_few_calls_when_the_level_is_low_then_it_says_nothing_yet() {
        assertThat(look(0, gauge(0, null, 0, 4))).isEmpty();
        assertThat(look(1, gauge(0, null, 79, 5))).singleElement().isInstanceOfSatisfying(Change.Began.class,
                began -> assertThat(began.trouble().kind()).isEqualTo(AlertKind.SERVICE_LEVEL));
    }

    @Test
    void given_an_episode_before_a_restart_when_it_lasts_then_it_does_not_begin_again() {
        troubles.restore(new Trouble(TENANT, QUEUE, AlertKind.WAITING, START.minusSeconds(600), 9, 3));
        assertThat(look(0, gauge(9, null, null, 0))).isEmpty();
        assertThat(troubles.now()).singleElement().extracting(Trouble::since).isEqualTo(START.minusSeconds(600));
    }

    @Test
    void given_trouble_when_the_queue_is_deleted_then_it_ends() {
        look(0, gauge(4, null, null, 0));
        troubles.look(START.plusSeconds(1), List.of(), Map.of());
        assertThat(troubles.look(START.plusSeconds(40), List.of(), Map.of())).singleElement().isInstanceOf(Change.Ended.class);
    }

    private List<Change> look(int second, QueueGauge gauge) {
        return troubles.look(START.plusSeconds(second), List.of(RULE), Map.of(QUEUE, gauge));
    }

    private static QueueGauge gauge(int waiting, Instant oldest, Integer percent, long calls) {
        return new QueueGauge(QUEUE, waiting, oldest, percent, calls);
    }
}
