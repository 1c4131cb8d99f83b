package org.switchboard.telephony.number;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who calls from outside, as a provider tells it.
 *
 * @param e164 the number; null when the caller is anonymous, or what was sent is no number
 * @param text what was sent, without control characters, at most {@value #MAX_TEXT} characters; empty for an anonymous caller
 */
public record CallerNumber(String e164, String text) {

    /** Most characters that are kept of a caller ID that is no number. */
    public static final int MAX_TEXT = 40;

    /** A caller who shows no number. */
    public static final CallerNumber ANONYMOUS = new CallerNumber(null, "");

    /** What providers write instead of a number (RFC 3261 section 8.1.1.3, RFC 3323 section 4.1.1.3, and custom). */
    private static final Set<String> NOBODY = Set.of("anonymous", "unknown", "restricted", "unavailable", "private", "withheld", "asterisk");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\p{Cf}]");

    /**
     * Reads a caller ID.
     *
     * @param sent       the user part of From or P-Asserted-Identity; any text, null for none
     * @param restricted whether the caller asked not to be shown (Privacy: id, RFC 3325 section 9.3)
     * @param country    where a number without country code comes from: the called company's country (ISO 3166)
     * @return the caller; numbers in national form, or in international form with or without plus, become E.164
     */
    public static CallerNumber parse(String sent, boolean restricted, String country) {
        String text = sent == null ? "" : UNSEEN.matcher(sent).replaceAll("").strip();
        if (restricted || text.isEmpty() || NOBODY.contains(text.toLowerCase(Locale.ROOT))) {
            return ANONYMOUS;
        }
        return new CallerNumber(number(text, country).orElse(null), cut(text));
    }

    /**
     * Whether the caller shows nothing.
     *
     * @return true for an anonymous caller
     */
    public boolean isAnonymous() {
        return text.isEmpty();
    }

    /**
     * What routing and records go by.
     *
     * @return E.164, or the text that was sent; empty for an anonymous caller
     */
    public String value() {
        return e164 == null ? text : e164;
    }

    /**
     * The number, where there is one.
     *
     * @return E.164; empty for an anonymous caller and for text that is no number
     */
    public Optional<String> asE164() {
        return Optional.ofNullable(e164);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT));
    }

    private static Optional<String> number(String text, String country) {
        return NumberForm.e164(text, country)
                .or(() -> text.startsWith("+") ? Optional.empty() : NumberForm.e164("+" + text, country));
    }
}
