package org.switchboard.web.report;

import java.util.List;
import java.util.OptionalDouble;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.report.Report;
import org.switchboard.web.page.Formats;

/** The few numbers that come first. */
final class ReportTiles {

    private ReportTiles() {
    }

    /**
     * A number.
     *
     * @param key   of its name in the message files
     * @param value as people read it
     * @param calls how many calls a share is of; null for other numbers
     * @param state {@code good} or {@code bad} when there is a target that it meets or misses; null otherwise
     */
    record Tile(String key, String value, Long calls, String state) {
    }

    /**
     * The numbers of a report.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return in the order in which they are shown
     */
    static List<Tile> of(Report report, Formats fmt) {
        CallFigures total = report.total();
        return List.of(tile("report.entered", total.get(Measure.ENTERED), fmt), tile("report.answered", total.get(Measure.ANSWERED), fmt),
                tile("report.abandoned", total.get(Measure.ABANDONED), fmt), tile("report.left", total.left(), fmt), level(report, fmt),
                tile("report.wait", total.averageWait().orElse(null), fmt),
                tile("report.longest", total.get(Measure.LONGEST_WAIT) == 0 ? null : total.longestWait(), fmt),
                tile("report.handling", total.averageHandling().orElse(null), fmt));
    }

    private static Tile tile(String key, Object value, Formats fmt) {
        return new Tile(key, ReportTable.text(value, fmt), null, null);
    }

    private static Tile level(Report report, Formats fmt) {
        OptionalDouble level = report.total().serviceLevel();
        if (level.isEmpty()) {
            return new Tile("report.level", ReportTable.text(null, fmt), null, null);
        }
        List<Integer> targets = report.queues().stream().map(Report.OfQueue::targetPercent).distinct().toList();
        String state = targets.size() != 1 ? null : level.getAsDouble() * 100 >= targets.getFirst() ? "good" : "bad";
        return new Tile("report.level", ReportTable.text(level.getAsDouble(), fmt), report.total().serviceLevelCalls(), state);
    }
}
