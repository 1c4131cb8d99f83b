package org.switchboard.telephony.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** A short day, counted by hand. */
class QueueFiguresTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** 09:00 in Seoul. */
    private static final Instant NINE = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant MIDNIGHT = NINE.minus(Duration.ofHours(9));
    private static final Instant NEXT_MIDNIGHT = MIDNIGHT.plus(Duration.ofDays(1));

    private final UUID tenant = UUID.randomUUID();
    private final UUID sales = UUID.randomUUID();
    private final UUID support = UUID.randomUUID();
    private final UUID kim = UUID.randomUUID();
    private final UUID lee = UUID.randomUUID();
    private final FigureRules rules = FigureRules.of(SEOUL, Map.of(sales, Duration.ofSeconds(20), support, Duration.ofSeconds(60)));
    private final List<QueueEvent> events = new ArrayList<>();

    private void at(long second, QueueEventKind kind, UUID queue, UUID agent, String visit, String... detail) {
        Map<String, String> details = detail.length == 0 ? Map.of() : detail.length == 2 ? Map.of(detail[0], detail[1])
                : Map.of(detail[0], detail[1], detail[2], detail[3]);
        events.add(new QueueEvent(UUID.randomUUID(), tenant, NINE.plusSeconds(second), kind, queue, agent, visit, null, details));
    }

    private QueueFigures figures(Grain grain) {
        return QueueFigures.fold(events, rules, grain, MIDNIGHT, NEXT_MIDNIGHT);
    }

    @Test
    void given_calls_that_end_in_every_way_when_counted_then_each_counts_where_it_belongs() {
        at(0, QueueEventKind.ENTERED, sales, null, "a");
        at(1, QueueEventKind.OFFERED, sales, kim, "a");
        at(15, QueueEventKind.OFFER_ENDED, sales, kim, "a", "result", "no_answer");
        at(16, QueueEventKind.OFFERED, sales, lee, "a");
        at(20, QueueEventKind.ANSWERED, sales, lee, "a", "waited", "20000");
        at(80, QueueEventKind.TALK_ENDED, sales, lee, "a", "talked", "60000", "by", "caller");
        at(90, QueueEventKind.WRAP_UP_ENDED, sales, lee, null, "wrapUp", "10000");
        at(100, QueueEventKind.ENTERED, sales, null, "b");
        at(130, QueueEventKind.ANSWERED, sales, lee, "b", "waited", "30000", "callback", "true");
        at(150, QueueEventKind.TALK_ENDED, sales, lee, "b", "talked", "20000");
        at(150, QueueEventKind.WRAP_UP_ENDED, sales, lee, null, "wrapUp", "0");
        at(160, QueueEventKind.ABANDONED, sales, null, "c", "waited", "5000");
        at(161, QueueEventKind.ABANDONED, sales, null, "d", "waited", "90000");
        at(162, QueueEventKind.LEFT, sales, null, "e", "way", "full", "waited", "0");
        at(163, QueueEventKind.LEFT, sales, null, "f", "way", "max_wait", "waited", "100000");
        at(164, QueueEventKind.LEFT, sales, null, "g", "way", "no_agents", "waited", "0");
        at(165, QueueEventKind.LEFT, sales, null, "h", "way", "key_2", "waited", "4000");
        at(166, QueueEventKind.LEFT, sales, null, "i", "way", "supervisor", "waited", "4000");
        at(167, QueueEventKind.CALLBACK_ASKED, sales, null, "j", "number", "+82");
        at(168, QueueEventKind.CALLBACK_ENDED, sales, null, "j", "result", "failed", "waited", "9");
        at(200, QueueEventKind.ANSWERED, support, kim, "k", "waited", "30000");
        CallFigures of = figures(Grain.HOUR).ofQueue(sales);
        assertThat(of.get(Measure.ENTERED)).isEqualTo(2);
        assertThat(of.get(Measure.ANSWERED)).isEqualTo(2);
        assertThat(of.get(Measure.ANSWERED_IN_TIME)).isEqualTo(1);
        assertThat(of.get(Measure.CALLBACKS_ANSWERED)).isEqualTo(1);
        assertThat(of.get(Measure.CALLBACKS_FAILED)).isEqualTo(1);
        assertThat(of.get(Measure.ABANDONED)).isEqualTo(2);
        assertThat(of.left()).isEqualTo(5);
        // 2 answered, 1 abandoned late, 1 after the longest wait, 1 for want of agents; 1 of them in time.
        assertThat(of.serviceLevelCalls()).isEqualTo(5);
        assertThat(of.serviceLevel()).hasValue(0.2);
        assertThat(of.averageWait()).hasValue(Duration.ofSeconds(25));
        assertThat(of.longestWait()).isEqualTo(Duration.ofSeconds(100));
        assertThat(of.averageTalk()).hasValue(Duration.ofSeconds(40));
        assertThat(of.averageWrapUp()).hasValue(Duration.ofSeconds(5));
        assertThat(of.averageHandling()).hasValue(Duration.ofSeconds(45));
        CallFigures kims = figures(Grain.DAY).ofAgent(kim);
        assertThat(kims.get(Measure.OFFERS)).isEqualTo(1);
        assertThat(kims.get(Measure.MISSED)).isEqualTo(1);
        assertThat(kims.get(Measure.ANSWERED)).isEqualTo(1);
        assertThat(figures(Grain.HOUR).ofQueue(support).serviceLevel()).hasValue(1.0);
        assertThat(CallFigures.NONE.serviceLevel()).isEmpty();
    }

    @Test
    void given_an_agents_day_when_counted_then_each_moment_is_in_one_state_and_hours_part_it() {
        at(-7200 - 86400, QueueEventKind.SIGNED_IN, null, kim, null);
        at(-32400 - 3600, QueueEventKind.PAUSED, null, kim, null, "reason", "Night");
        at(0, QueueEventKind.RESUMED, null, kim, null);
        at(3500, QueueEventKind.ANSWERED, sales, kim, "a");
        at(3550, QueueEventKind.PAUSED, null, kim, null, "reason", "Lunch");
        at(3700, QueueEventKind.TALK_ENDED, sales, kim, "a");
        at(3710, QueueEventKind.WRAP_UP_ENDED, sales, kim, "a");
        at(4000, QueueEventKind.RESUMED, null, kim, null);
        at(4100, QueueEventKind.SIGNED_OUT, null, kim, null);
        at(9999, QueueEventKind.SIGNED_IN, null, kim, null);
        AgentTimes day = figures(Grain.DAY).timesOf(kim, NINE.plusSeconds(10009));
        assertThat(day.paused()).containsOnly(Map.entry("Night", Duration.ofHours(9)), Map.entry("Lunch", Duration.ofSeconds(290)));
        assertThat(day.talking()).isEqualTo(Duration.ofSeconds(200));
        assertThat(day.wrapUp()).isEqualTo(Duration.ofSeconds(10));
        assertThat(day.free()).isEqualTo(Duration.ofSeconds(3500 + 100 + 10));
        assertThat(day.signedIn()).isEqualTo(day.free().plus(day.talking()).plus(day.wrapUp()).plus(day.pausedAll()));
        Map<Instant, AgentTimes> hours = figures(Grain.HOUR).timesBy(NINE.plusSeconds(10009), Cell::begin, cell -> true);
        assertThat(hours.get(NINE).talking()).isEqualTo(Duration.ofSeconds(100));
        assertThat(hours.get(NINE.plusSeconds(3600)).talking()).isEqualTo(Duration.ofSeconds(100));
        assertThat(hours.get(MIDNIGHT).pausedAll()).isEqualTo(Duration.ofHours(1));
        // Of the state that lasts, nothing is counted beyond the period.
        assertThat(figures(Grain.DAY).timesOf(kim, NEXT_MIDNIGHT.plusSeconds(99999)).free())
                .isEqualTo(Duration.ofSeconds(3600).plus(Duration.between(NINE.plusSeconds(9999), NEXT_MIDNIGHT)));
    }

    @Test
    void given_a_spoilt_number_when_counted_then_it_is_nothing() {
        at(0, QueueEventKind.ANSWERED, sales, kim, "a", "waited", "-5");
        at(0, QueueEventKind.ANSWERED, sales, kim, "b", "waited", "99999999999999999999");
        assertThat(figures(Grain.DAY).ofQueue(sales).averageWait()).hasValue(Duration.ZERO);
    }
}
