package org.switchboard.telephony.route;

import java.util.List;

/**
 * The way that a caller takes.
 *
 * @param steps what was decided, in order
 * @param end   where the way ends
 */
public record Answer(List<RouteStep> steps, End end) {

    /** Copies the steps. */
    public Answer {
        steps = List.copyOf(steps);
    }

    /**
     * Where a way ends.
     *
     * @param kind {@code extension}, {@code ring_group}, {@code queue}, {@code voicemail}, {@code outside_number}, {@code service},
     *             {@code hangup} or {@code refuse}
     * @param name which one: its number where it has one, else its name; for a service, a hang-up and a refusal its word
     */
    public record End(String kind, String name) {
    }
}
