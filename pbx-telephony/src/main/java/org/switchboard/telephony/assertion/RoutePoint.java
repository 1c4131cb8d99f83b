package org.switchboard.telephony.assertion;

/**
 * A thing on a caller's way, or its end, as {@link org.switchboard.telephony.route.RouteStep} and
 * {@link org.switchboard.telephony.route.Answer.End} name it.
 *
 * @param kind {@code menu}, {@code extension}, {@code hangup} …
 * @param name which one: its number where it has one, else its name
 */
public record RoutePoint(String kind, String name) {

    /**
     * Whether this is what was found. Names are compared without regard to case.
     *
     * @param otherKind kind of what was found
     * @param otherName its name
     * @return true when it is the same
     */
    public boolean is(String otherKind, String otherName) {
        return kind.equals(otherKind) && name.equalsIgnoreCase(otherName);
    }
}
