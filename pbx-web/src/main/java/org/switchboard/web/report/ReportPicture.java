package org.switchboard.web.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.context.MessageSource;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.report.Report;
import org.switchboard.web.page.Formats;

/**
 * A picture of a report as the page draws it: bars over time, in a field of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param bars   rectangles; where several stand for one hour, they are stacked
 * @param lines  lines across, with what they stand for
 * @param marks  words below
 * @param target where the line of the target runs; null for none
 */
record ReportPicture(List<Bar> bars, List<Line> lines, List<Mark> marks, Line target) {

    /** Width of the picture, in its own units. */
    static final int WIDTH = 960;
    /** Height of the picture, in its own units. */
    static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int MOST_LINES = 5;
    private static final int MOST_MARKS = 12;

    /**
     * A rectangle.
     *
     * @param x      left edge
     * @param y      upper edge
     * @param width  its width
     * @param height its height, more than 0
     * @param kind   what it stands for: {@code in-time}, {@code late}, {@code abandoned}, {@code left} or {@code level}
     * @param title  what it says in words
     */
    record Bar(double x, double y, double width, double height, String kind, String title) {
    }

    /**
     * A line across.
     *
     * @param y     where
     * @param label what it stands for
     */
    record Line(double y, String label) {
    }

    /**
     * A word below.
     *
     * @param x     where its middle is
     * @param label the word
     */
    record Mark(double x, String label) {
    }

    /**
     * How many calls there were and how they ended.
     *
     * @param report   the report
     * @param fmt      zone and language
     * @param messages the words
     * @return the picture
     */
    static ReportPicture calls(Report report, Formats fmt, MessageSource messages) {
        long most = report.times().stream().mapToLong(time -> ended(time.calls())).max().orElse(0);
        long step = step(Math.max(most, 1));
        long top = (Math.max(most, 1) + step - 1) / step * step;
        Layout layout = new Layout(report.times().size(), top);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < report.times().size(); i++) {
            CallFigures calls = report.times().get(i).calls();
            String when = ReportTables.when(report, report.times().get(i).begin(), fmt);
            long at = 0;
            for (Part part : parts(calls)) {
                if (part.count() > 0) {
                    String title = when + ": " + part.count() + " " + messages.getMessage("report.part." + part.kind(), null, fmt.locale());
                    bars.add(layout.bar(i, at, part.count(), part.kind(), title));
                    at += part.count();
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            lines.add(new Line(layout.y(value), String.format(fmt.locale(), "%,d", value)));
        }
        return new ReportPicture(bars, lines, marks(report, layout, fmt), null);
    }

    /**
     * The service level.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return the picture, with the target where all queues of the report have the same
     */
    static ReportPicture level(Report report, Formats fmt) {
        Layout layout = new Layout(report.times().size(), 100);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < report.times().size(); i++) {
            OptionalDouble level = report.times().get(i).calls().serviceLevel();
            if (level.isPresent()) {
                String title = ReportTables.when(report, report.times().get(i).begin(), fmt) + ": " + ReportTable.text(level.getAsDouble(), fmt);
                // A level of nothing is a bar too, or it would look as if there had been no calls.
                bars.add(layout.bar(i, 0, Math.max(level.getAsDouble() * 100, 1), "level", title));
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int value = 0; value <= 100; value += 25) {
            lines.add(new Line(layout.y(value), value + " %"));
        }
        List<Integer> targets = report.queues().stream().filter(queue -> !queue.deleted()).map(Report.OfQueue::targetPercent).distinct().toList();
        Line target = targets.size() == 1 ? new Line(layout.y(targets.getFirst()), targets.getFirst() + " %") : null;
        return new ReportPicture(bars, lines, marks(report, layout, fmt), target);
    }

    private record Part(String kind, long count) {
    }

    private static List<Part> parts(CallFigures calls) {
        return List.of(new Part("in-time", calls.get(Measure.ANSWERED_IN_TIME)),
                new Part("late", calls.get(Measure.ANSWERED) - calls.get(Measure.ANSWERED_IN_TIME)),
                new Part("left", calls.left()), new Part("abandoned", calls.get(Measure.ABANDONED)));
    }

    private static long ended(CallFigures calls) {
        return calls.get(Measure.ANSWERED) + calls.left() + calls.get(Measure.ABANDONED);
    }

    /** 1, 2 or 5 with zeros, so that there are few lines. */
    private static long step(long most) {
        long power = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 5}) {
                if (most <= factor * power * MOST_LINES) {
                    return factor * power;
                }
            }
            power *= 10;
        }
    }

    private static List<Mark> marks(Report report, Layout layout, Formats fmt) {
        boolean hours = report.question().grain() == Grain.HOUR && report.question().from().equals(report.question().to());
        DateTimeFormatter words = hours ? DateTimeFormatter.ofPattern("H", fmt.locale()) : DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(fmt.locale());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < report.times().size(); i++) {
            Instant begin = report.times().get(i).begin();
            if (hours || Grain.DAY.begin(begin, report.zone()).equals(begin)) {
                places.add(i);
            }
        }
        int every = (places.size() + MOST_MARKS - 1) / MOST_MARKS;
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < places.size(); i += Math.max(every, 1)) {
            Instant begin = report.times().get(places.get(i)).begin();
            marks.add(new Mark(layout.middle(places.get(i)), words.format(begin.atZone(report.zone()))));
        }
        return marks;
    }

    /** Where things are: so many columns of the same width, and values up to the top. */
    private record Layout(int columns, double top) {

        private double width() {
            return (double) (WIDTH - LEFT) / Math.max(columns, 1);
        }

        private double y(double value) {
            return round(HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP));
        }

        private double middle(int column) {
            return round(LEFT + (column + 0.5) * width());
        }

        private Bar bar(int column, double from, double size, String kind, String title) {
            double gap = Math.min(width() * 0.2, 6);
            double upper = y(from + size);
            return new Bar(round(LEFT + column * width() + gap / 2), upper, round(width() - gap), round(y(from) - upper), kind, title);
        }

        private static double round(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
