package org.switchboard.telephony.cdr;

import java.time.Instant;

/**
 * Which calls of the history are wanted. Every part that is null (or, for the search, blank) is left out.
 *
 * @param from        calls that began at this time or later
 * @param to          calls that began before this time
 * @param search      a whole number as it was shown or dialled (only digits, {@code +}, {@code *} and {@code #}), or part of a
 *                    name, of caller or callee; upper and lower case are one
 * @param disposition how they ended
 * @param direction   between whom
 * @param extension   only calls in which this extension had a part: made, received, or came into by a transfer
 */
public record CallFilter(Instant from, Instant to, String search, Disposition disposition, CallDirection direction, String extension) {

    private static final CallFilter ALL = new CallFilter(null, null, null, null, null, null);

    /** Puts null in place of a blank search or extension. */
    public CallFilter {
        search = search == null || search.isBlank() ? null : search.strip();
        extension = extension == null || extension.isBlank() ? null : extension.strip();
    }

    /**
     * No limits.
     *
     * @return a filter that every call passes
     */
    public static CallFilter all() {
        return ALL;
    }

    /**
     * The same with bounds in time.
     *
     * @param begin first moment; null for none
     * @param end   moment after the last; null for none
     * @return the filter
     */
    public CallFilter between(Instant begin, Instant end) {
        return new CallFilter(begin, end, search, disposition, direction, extension);
    }

    /**
     * The same with a search.
     *
     * @param text number or part of a name; null for none
     * @return the filter
     */
    public CallFilter searching(String text) {
        return new CallFilter(from, to, text, disposition, direction, extension);
    }

    /**
     * The same for calls that ended in one way.
     *
     * @param ending the way; null for any
     * @return the filter
     */
    public CallFilter endedAs(Disposition ending) {
        return new CallFilter(from, to, search, ending, direction, extension);
    }

    /**
     * The same for calls in one direction.
     *
     * @param way the direction; null for any
     * @return the filter
     */
    public CallFilter inDirection(CallDirection way) {
        return new CallFilter(from, to, search, disposition, way, extension);
    }

    /**
     * The same for the calls of one extension.
     *
     * @param number the extension's number; null for any
     * @return the filter
     */
    public CallFilter of(String number) {
        return new CallFilter(from, to, search, disposition, direction, number);
    }

    /**
     * Whether the search is for a number.
     *
     * @return true when it has only what can be dialled
     */
    boolean searchesNumber() {
        return search != null && search.matches("[0-9+*#]+");
    }
}
