package org.switchboard.web.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.simulation.SimulationResult;
import org.switchboard.telephony.simulation.WhatIf;
import org.switchboard.web.page.Formats;

/** The figures of both days in words. */
final class WhatIfTable {

    private static final String NONE = "–";

    private WhatIfTable() {
    }

    /**
     * One figure of the whole day.
     *
     * @param key   key of its name
     * @param was   as it was
     * @param would as it would have been
     * @param state {@code better}, {@code worse} or {@code same}; null where neither is better
     */
    record Row(String key, String was, String would, String state) {}

    /**
     * An hour.
     *
     * @param hour  when it begins
     * @param was   as it was
     * @param would as it would have been
     */
    record Hour(String hour, Cells was, Cells would) {}

    /**
     * The figures of an hour.
     *
     * @param agents how many there were, on average
     * @param calls  how many came
     * @param level  the service level
     * @param waited how long the answered ones waited on average
     */
    record Cells(String agents, long calls, String level, String waited) {}

    static List<Row> day(WhatIf asked) {
        CallFigures was = asked.asItWas().ofQueue(asked.queueId());
        CallFigures would = asked.asItWouldBe().ofQueue(asked.queueId());
        OptionalDouble busyWas = asked.asItWas().occupancy(asked.agentsWere());
        OptionalDouble busyWould = asked.asItWouldBe().occupancy(asked.agentsWouldBe());
        return List.of(
                new Row("simulate.level", percent(was.serviceLevel()), percent(would.serviceLevel()),
                        state(was.serviceLevel().orElse(0), would.serviceLevel().orElse(0), true)),
                counted("simulate.calls", was.get(Measure.ENTERED), would.get(Measure.ENTERED), null),
                counted("simulate.answered", was.get(Measure.ANSWERED), would.get(Measure.ANSWERED), true),
                counted("simulate.abandoned", was.get(Measure.ABANDONED), would.get(Measure.ABANDONED), false),
                counted("simulate.left", was.left(), would.left(), null),
                timed("simulate.wait", was.averageWait().orElse(null), would.averageWait().orElse(null)),
                timed("simulate.longest", was.longestWait(), would.longestWait()),
                new Row("simulate.occupancy", percent(busyWas), percent(busyWould), null),
                new Row("simulate.hours", hours(asked.asItWas(), asked.agentsWere()), hours(asked.asItWouldBe(), asked.agentsWouldBe()), null));
    }

    static List<Hour> hours(WhatIf asked, Formats fmt) {
        Map<Instant, CallFigures> was = asked.asItWas().hours(asked.queueId());
        Map<Instant, CallFigures> would = asked.asItWouldBe().hours(asked.queueId());
        Map<Instant, AgentTimes> were = asked.asItWas().times(asked.agentsWere());
        Map<Instant, AgentTimes> wouldBe = asked.asItWouldBe().times(asked.agentsWouldBe());
        List<Hour> hours = new ArrayList<>();
        for (Instant hour : WhatIfPicture.hours(asked)) {
            hours.add(new Hour(WhatIfPicture.clock(hour, fmt), cells(was.get(hour), were.get(hour)), cells(would.get(hour), wouldBe.get(hour))));
        }
        return hours;
    }

    private static Cells cells(CallFigures found, AgentTimes times) {
        CallFigures calls = found == null ? CallFigures.NONE : found;
        return new Cells(agents(times), calls.get(Measure.ENTERED), percent(calls.serviceLevel()), time(calls.averageWait().orElse(null)));
    }

    private static String agents(AgentTimes times) {
        return times == null ? "0" : "%.1f".formatted(times.signedIn().minus(times.pausedAll()).toMillis() / 3_600_000.0).replace(".0", "");
    }

    private static String hours(SimulationResult result, Set<UUID> agents) {
        long millis = result.times(agents).values().stream().mapToLong(times -> times.signedIn().minus(times.pausedAll()).toMillis()).sum();
        return "%.1f".formatted(millis / 3_600_000.0);
    }

    private static Row counted(String key, long was, long would, Boolean moreIsBetter) {
        return new Row(key, Long.toString(was), Long.toString(would), moreIsBetter == null ? null : state(was, would, moreIsBetter));
    }

    private static Row timed(String key, Duration was, Duration would) {
        return new Row(key, time(was), time(would), was == null || would == null ? null : state(was.toSeconds(), would.toSeconds(), false));
    }

    private static String state(double was, double would, boolean moreIsBetter) {
        int change = Double.compare(would, was);
        return change == 0 ? "same" : change > 0 == moreIsBetter ? "better" : "worse";
    }

    static String percent(OptionalDouble share) {
        return share.isEmpty() ? NONE : Math.round(share.getAsDouble() * 100) + " %";
    }

    private static String time(Duration length) {
        if (length == null) {
            return NONE;
        }
        long seconds = Math.round(length.toMillis() / 1000.0);
        return seconds < 3600 ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
