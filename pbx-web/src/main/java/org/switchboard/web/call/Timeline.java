package org.switchboard.web.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.telephony.cdr.LegEvent;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.cdr.PastLeg;

/** The picture of a call: for each leg, when it rang, talked and was on hold, on one scale. */
final class Timeline {

    /** Width of the whole call in the picture. */
    static final int WIDTH = 1000;

    private Timeline() {
    }

    /**
     * One stretch of a leg.
     *
     * @param kind  {@code ring}, {@code talk}, {@code held} or {@code idle}, as the style sheet calls it
     * @param x     where it begins, 0 to {@value #WIDTH}
     * @param width how long it is, at least 2 so that it can be seen
     */
    record Stretch(String kind, double x, double width) {
    }

    /**
     * One leg with its stretches.
     *
     * @param leg       the leg
     * @param stretches in order of time
     */
    record Row(PastLeg leg, List<Stretch> stretches) {
    }

    /**
     * Draws a call.
     *
     * @param call a call with its legs
     * @return a row for each leg, the caller's first
     */
    static List<Row> of(PastCall call) {
        double scale = WIDTH / (double) Math.max(1, Duration.between(call.startedAt(), call.endedAt()).toMillis());
        return call.legs().stream().map(leg -> new Row(leg, stretches(call.startedAt(), scale, leg))).toList();
    }

    private static List<Stretch> stretches(Instant zero, double scale, PastLeg leg) {
        List<Stretch> stretches = new ArrayList<>();
        Instant since = leg.startedAt();
        String kind = "ring";
        for (LegEvent event : leg.events()) {
            String next = switch (event.kind()) {
                case STARTED, RANG -> "ring";
                case ANSWERED, TALKING, RESUMED -> "talk";
                case HELD -> "held";
                case ALONE, TRANSFERRED, HUNG_UP -> "idle";
            };
            if (!next.equals(kind)) {
                add(stretches, kind, zero, scale, since, event.at());
                since = event.at();
                kind = next;
            }
        }
        add(stretches, kind, zero, scale, since, leg.endedAt());
        return List.copyOf(stretches);
    }

    private static void add(List<Stretch> stretches, String kind, Instant zero, double scale, Instant from, Instant to) {
        if (to.isAfter(from) && !kind.equals("idle")) {
            double x = Math.clamp(Duration.between(zero, from).toMillis() * scale, 0, WIDTH - 2.0);
            double width = Math.clamp(Duration.between(from, to).toMillis() * scale, 2, WIDTH - x);
            stretches.add(new Stretch(kind, x, width));
        }
    }
}
