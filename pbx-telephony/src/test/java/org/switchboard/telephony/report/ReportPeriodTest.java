package org.switchboard.telephony.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReportPeriodTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private static ReportPeriod due(Every every, String now) {
        return ReportPeriod.lastDue(every, SEVEN, SEOUL, Instant.parse(now));
    }

    @Test
    void given_each_rhythm_when_its_time_comes_then_the_period_before_is_due() {
        assertThat(due(Every.DAY, "2026-11-22T22:00:00Z")).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23)));
        assertThat(due(Every.DAY, "2026-11-22T21:59:59Z")).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)));
        assertThat(due(Every.WEEK, "2026-11-22T22:00:00Z")).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23)));
        assertThat(due(Every.WEEK, "2026-11-22T21:59:59Z")).isEqualTo(new ReportPeriod(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16)));
        assertThat(due(Every.MONTH, "2026-03-15T00:00:00Z")).isEqualTo(new ReportPeriod(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)));
    }

    @Property(tries = 200)
    void given_a_clock_that_runs_when_asked_again_and_again_then_periods_follow_each_other_without_a_gap(
            @ForAll Every every, @ForAll @IntRange(min = 0, max = 23) int hour, @ForAll @IntRange(min = 0, max = 700) int day) {
        ZoneId zone = ZoneId.of("America/New_York");
        LocalTime atTime = LocalTime.of(hour, 30);
        Instant now = LocalDate.of(2025, 1, 1).plusDays(day).atStartOfDay(zone).toInstant();
        ReportPeriod before = null;
        for (int step = 0; step < 24 * 70; step++) {
            ReportPeriod period = ReportPeriod.lastDue(every, atTime, zone, now);
            assertThat(period.dueAt(atTime, zone)).isBeforeOrEqualTo(now);
            if (before != null && !before.equals(period)) {
                assertThat(period.from()).isEqualTo(before.to());
            }
            before = period;
            now = now.plus(Duration.ofHours(1));
        }
    }
}
