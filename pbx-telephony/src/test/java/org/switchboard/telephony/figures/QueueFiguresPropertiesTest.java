package org.switchboard.telephony.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.switchboard.telephony.queuelog.QueueEvent;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** What holds of figures whatever happens, sensible or not: many events of the same moment, talks without an end, days of 23 and 25 hours. */
class QueueFiguresPropertiesTest {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Seoul"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));
    private static final List<String> RESULTS = List.of("no_answer", "rejected", "unreachable", "caller_gone");
    private static final List<String> WAYS = List.of("full", "max_wait", "no_agents", "key_1", "supervisor");

    /** Days in which clocks are put back or forward, in some of the zones. */
    private record Case(List<QueueEvent> events, FigureRules rules, Instant from, Instant to) {

        QueueFigures fold(Grain grain) {
            return QueueFigures.fold(events, rules, grain, from, to);
        }
    }

    private static Case of(long seed) {
        Random random = new Random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        LocalDate day = LocalDate.of(2026, 3, 6).plusDays(random.nextBoolean() ? 0 : 238);
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(4).atStartOfDay(zone).toInstant();
        UUID tenant = UUID.randomUUID();
        List<UUID> queues = ids(random, 3);
        List<UUID> agents = ids(random, 4);
        List<QueueEvent> events = new ArrayList<>();
        Instant at = from.minus(Duration.ofHours(5));
        int count = 20 + random.nextInt(300);
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(random.nextInt(3) == 0 ? random.nextInt(9_000) : 0);
            QueueEventKind kind = QueueEventKind.values()[random.nextInt(QueueEventKind.values().length)];
            events.add(new QueueEvent(new UUID(random.nextLong(), random.nextLong()), tenant, at, kind, queues.get(random.nextInt(3)),
                    kind == QueueEventKind.ENTERED || kind == QueueEventKind.ABANDONED ? null : agents.get(random.nextInt(4)), "v" + random.nextInt(6), null,
                    Map.of("waited", "" + random.nextInt(60_000), "talked", "" + random.nextInt(60_000), "wrapUp", "" + random.nextInt(9_000),
                            "reason", "r" + random.nextInt(2), "result", RESULTS.get(random.nextInt(4)), "way", WAYS.get(random.nextInt(5)))));
        }
        return new Case(events, FigureRules.of(zone, Map.of(queues.getFirst(), Duration.ofSeconds(30))), from, to);
    }

    private static List<UUID> ids(Random random, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }

    private static Map<Cell, CallFigures> calls(QueueFigures figures) {
        return figures.callsBy(cell -> cell, cell -> true);
    }

    private static Map<Cell, AgentTimes> times(QueueFigures figures, Instant until) {
        return figures.timesBy(until, cell -> cell, cell -> true);
    }

    @Property(tries = 300)
    void given_any_events_when_added_one_by_one_with_looks_between_then_it_is_as_counted_at_once(@ForAll long seed) {
        Case given = of(seed);
        QueueFigures figures = new QueueFigures(given.rules(), Grain.HOUR, given.from(), given.to());
        for (QueueEvent event : given.events()) {
            times(figures, event.at().plusSeconds(3_000));
            figures.add(event);
        }
        assertThat(calls(figures)).isEqualTo(calls(given.fold(Grain.HOUR)));
        assertThat(times(figures, given.to())).isEqualTo(times(given.fold(Grain.HOUR), given.to()));
    }

    @Property(tries = 300)
    void given_events_of_the_same_moment_when_they_come_in_another_order_then_nothing_changes(@ForAll long seed) {
        Case given = of(seed);
        List<QueueEvent> shuffled = new ArrayList<>(given.events());
        Collections.shuffle(shuffled, new Random(seed + 1));
        shuffled.sort(Comparator.comparing(QueueEvent::at));
        QueueFigures other = QueueFigures.fold(shuffled, given.rules(), Grain.HOUR, given.from(), given.to());
        assertThat(calls(other)).isEqualTo(calls(given.fold(Grain.HOUR)));
        assertThat(times(other, given.to())).isEqualTo(times(given.fold(Grain.HOUR), given.to()));
    }

    @Property(tries = 300)
    void given_any_events_when_hours_are_summed_then_they_are_the_days(@ForAll long seed) {
        Case given = of(seed);
        ZoneId zone = given.rules().zone();
        assertThat(given.fold(Grain.HOUR).callsBy(cell -> Grain.DAY.begin(cell.begin(), zone), cell -> true))
                .isEqualTo(given.fold(Grain.DAY).callsBy(Cell::begin, cell -> true));
        assertThat(given.fold(Grain.HOUR).timesBy(given.to(), cell -> new Cell(null, cell.agentId(), Grain.DAY.begin(cell.begin(), zone)), cell -> true))
                .isEqualTo(times(given.fold(Grain.DAY), given.to()));
    }

    @Property(tries = 300)
    void given_any_events_when_counted_in_two_parts_then_both_together_are_the_whole(@ForAll long seed) {
        Case given = of(seed);
        Instant middle = Grain.HOUR.begin(given.events().get(given.events().size() / 2).at(), given.rules().zone());
        QueueFigures first = QueueFigures.fold(given.events(), given.rules(), Grain.HOUR, given.from(), middle);
        QueueFigures second = QueueFigures.fold(given.events(), given.rules(), Grain.HOUR, middle.isBefore(given.from()) ? given.from() : middle, given.to());
        Map<Cell, CallFigures> both = new HashMap<>(calls(first));
        calls(second).forEach((cell, figures) -> both.merge(cell, figures, CallFigures::plus));
        assertThat(both).isEqualTo(calls(given.fold(Grain.HOUR)));
        Map<Cell, AgentTimes> bothTimes = new HashMap<>(times(first, given.to()));
        times(second, given.to()).forEach((cell, spent) -> bothTimes.merge(cell, spent, AgentTimes::plus));
        assertThat(bothTimes).isEqualTo(times(given.fold(Grain.HOUR), given.to()));
    }

    @Property(tries = 300)
    void given_any_events_when_counted_then_no_time_is_negative_and_states_add_up_and_no_hour_is_too_full(@ForAll long seed) {
        Case given = of(seed);
        QueueFigures figures = given.fold(Grain.HOUR);
        times(figures, given.to()).forEach((cell, spent) -> {
            assertThat(List.of(spent.free(), spent.talking(), spent.wrapUp(), spent.pausedAll())).noneMatch(Duration::isNegative);
            assertThat(spent.signedIn()).isEqualTo(spent.free().plus(spent.talking()).plus(spent.wrapUp()).plus(spent.pausedAll()))
                    .isLessThanOrEqualTo(Duration.between(cell.begin(), Grain.HOUR.next(cell.begin(), given.rules().zone())));
        });
        for (Measure measure : Measure.values()) {
            assertThat(figures.calls(cell -> true).get(measure)).isNotNegative();
        }
        long entered = given.events().stream().filter(event -> event.kind() == QueueEventKind.ENTERED && !event.at().isBefore(given.from())
                && event.at().isBefore(given.to())).count();
        assertThat(figures.calls(cell -> true).get(Measure.ENTERED)).isEqualTo(entered);
    }
}
