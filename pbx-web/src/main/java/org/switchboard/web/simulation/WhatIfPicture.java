package org.switchboard.web.simulation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.simulation.SimulationResult;
import org.switchboard.telephony.simulation.WhatIf;
import org.switchboard.web.page.Formats;

/**
 * The service level of each hour, as it was and as it would have been, side by side; drawn as the pictures of reports are.
 *
 * @param bars   rectangles: {@code late} for as it was, {@code level} for as it would have been
 * @param lines  lines across, with what they stand for
 * @param marks  the hours below
 * @param target where the line of the target runs
 */
record WhatIfPicture(List<Bar> bars, List<Line> lines, List<Mark> marks, Line target) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;

    record Bar(double x, double y, double width, double height, String kind, String title) {}

    record Line(double y, String label) {}

    record Mark(double x, String label) {}

    static WhatIfPicture of(WhatIf asked, Formats fmt, MessageSource messages) {
        List<Instant> hours = hours(asked);
        double column = (double) (WIDTH - LEFT) / Math.max(1, hours.size());
        List<Bar> bars = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        SortedMap<Instant, CallFigures> was = figures(asked, asked.asItWas());
        SortedMap<Instant, CallFigures> would = figures(asked, asked.asItWouldBe());
        for (int i = 0; i < hours.size(); i++) {
            double x = LEFT + i * column;
            Instant hour = hours.get(i);
            bar(bars, x + column * 0.14, column * 0.34, was.get(hour), "late", title("simulate.was", hour, fmt, messages));
            bar(bars, x + column * 0.52, column * 0.34, would.get(hour), "level", title("simulate.would", hour, fmt, messages));
            marks.add(new Mark(round(x + column / 2), Integer.toString(hour.atZone(asked.zone()).getHour())));
        }
        List<Line> lines = new ArrayList<>();
        for (int value = 0; value <= 100; value += 25) {
            lines.add(new Line(y(value), value + " %"));
        }
        return new WhatIfPicture(bars, lines, marks, new Line(y(asked.targetPercent()), asked.targetPercent() + " %"));
    }

    /** From the first hour in which anything happened to the last. */
    static List<Instant> hours(WhatIf asked) {
        SortedMap<Instant, CallFigures> any = new TreeMap<>(figures(asked, asked.asItWouldBe()));
        any.putAll(figures(asked, asked.asItWas()));
        List<Instant> hours = new ArrayList<>();
        if (!any.isEmpty()) {
            for (Instant hour = any.firstKey(); !hour.isAfter(any.lastKey()); hour = Grain.HOUR.next(hour, asked.zone())) {
                hours.add(hour);
            }
        }
        return hours;
    }

    private static SortedMap<Instant, CallFigures> figures(WhatIf asked, SimulationResult result) {
        return result == null ? new TreeMap<>() : result.hours(asked.queueId());
    }

    private static String title(String key, Instant hour, Formats fmt, MessageSource messages) {
        return clock(hour, fmt) + ", " + messages.getMessage(key, null, fmt.locale());
    }

    /** An hour as people read it. */
    static String clock(Instant hour, Formats fmt) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(fmt.locale()).format(hour.atZone(fmt.zone()));
    }

    private static void bar(List<Bar> bars, double x, double width, CallFigures calls, String kind, String title) {
        OptionalDouble level = calls == null ? OptionalDouble.empty() : calls.serviceLevel();
        if (level.isPresent()) {
            // A level of nothing is a bar too, or it would look as if there had been no calls.
            double value = Math.max(level.getAsDouble() * 100, 1);
            bars.add(new Bar(round(x), y(value), round(width), round(HEIGHT - BOTTOM - y(value)), kind,
                    title + ": " + WhatIfTable.percent(level)));
        }
    }

    private static double y(double value) {
        return round(HEIGHT - BOTTOM - value / 100 * (HEIGHT - BOTTOM - TOP));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
