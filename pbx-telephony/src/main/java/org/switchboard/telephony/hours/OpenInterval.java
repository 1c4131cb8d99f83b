package org.switchboard.telephony.hours;

/**
 * From when to when on one day, by the clock on the wall.
 *
 * @param opens  minutes since midnight, 0 to 1439; this minute is open
 * @param closes minutes since midnight, after {@code opens}, up to 1440 (24:00); this minute is closed
 */
public record OpenInterval(int opens, int closes) implements Comparable<OpenInterval> {

    /** Minutes of a day: 24:00. */
    public static final int END_OF_DAY = 1440;

    /** Refuses what is no interval of one day. */
    public OpenInterval {
        if (opens < 0 || closes <= opens || closes > END_OF_DAY) {
            throw new IllegalArgumentException("no interval of a day: " + opens + " to " + closes);
        }
    }

    /**
     * Whether a minute lies in it.
     *
     * @param minute minutes since midnight
     * @return true from {@code opens} until just before {@code closes}
     */
    public boolean contains(int minute) {
        return opens <= minute && minute < closes;
    }

    /**
     * Whether two intervals of the same day have a minute in common.
     *
     * @param other another interval
     * @return false where one begins when the other ends
     */
    public boolean overlaps(OpenInterval other) {
        return opens < other.closes && other.opens < closes;
    }

    /**
     * When it opens.
     *
     * @return {@code 09:00}
     */
    public String from() {
        return clock(opens);
    }

    /**
     * When it closes.
     *
     * @return {@code 18:00}; {@code 24:00} at the end of the day
     */
    public String to() {
        return clock(closes);
    }

    @Override
    public int compareTo(OpenInterval other) {
        return opens == other.opens ? Integer.compare(closes, other.closes) : Integer.compare(opens, other.opens);
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
