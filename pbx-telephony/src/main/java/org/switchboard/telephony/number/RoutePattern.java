package org.switchboard.telephony.number;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which numbers an outbound route takes. Two kinds:
 * <ul>
 * <li>{@code +82}: E.164 numbers that begin so; {@code +} alone takes them all;
 * <li>digits, in which X stands for any, Z for 1 to 9 and N for 2 to 9, and a last point for one or more of any: what was dialled,
 * without the prefix for outside, must fit as a whole.
 * </ul>
 */
public final class RoutePattern {

    /** What a pattern looks like. */
    public static final String FORM = "\\+[0-9]{0,14}|[0-9XZN]{1,20}\\.?|[0-9XZN]{0,20}\\.";

    private static final Pattern VALID = Pattern.compile(FORM);

    private final String text;
    private final Pattern digits;

    private RoutePattern(String text) {
        this.text = text;
        this.digits = text.startsWith("+") ? null
                : Pattern.compile(text.replace("X", "[0-9]").replace("Z", "[1-9]").replace("N", "[2-9]").replace(".", "[0-9]+"));
    }

    /**
     * Reads a pattern.
     *
     * @param typed any text; blanks around it and small letters are accepted
     * @return empty when it is none
     */
    public static Optional<RoutePattern> of(String typed) {
        return Optional.ofNullable(typed).map(RoutePattern::tidy).filter(VALID.asMatchPredicate()).map(RoutePattern::new);
    }

    /**
     * Writes a pattern as it is stored.
     *
     * @param typed what was typed
     * @return without blanks, hyphens and brackets, letters in capitals; not checked
     */
    public static String tidy(String typed) {
        return typed.replaceAll("[\\s()\\-]", "").toUpperCase(Locale.ROOT);
    }

    /**
     * Whether the route takes a number.
     *
     * @param dialled the number
     * @return true when it fits
     */
    public boolean matches(Dialled dialled) {
        return digits == null
                ? dialled.e164() != null && dialled.e164().startsWith(text)
                : digits.matcher(dialled.digits()).matches();
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return text;
    }
}
