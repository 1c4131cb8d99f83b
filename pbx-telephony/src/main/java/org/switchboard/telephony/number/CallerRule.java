package org.switchboard.telephony.number;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/**
 * Callers from outside who are let in always, or never.
 *
 * @param id      its id
 * @param action  what happens to them
 * @param matches how they are told
 * @param number  E.164, or the begin of it for a prefix; null for anonymous callers
 * @param note    why, for people; may be empty
 */
public record CallerRule(UUID id, Action action, Matches matches, String number, String note) {

    /** What happens to a caller. */
    public enum Action {
        /** Turned away. */
        BLOCK,
        /** Let in, whatever else blocks. */
        ALLOW;

        /**
         * As it is stored and as the API spells it.
         *
         * @return the name in small letters
         */
        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads what {@link #value()} wrote.
         *
         * @param value the name in small letters
         * @return the action
         */
        public static Action of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /** How a caller is told, the most exact first. */
    public enum Matches {
        /** By the whole number. */
        EXACT,
        /** By the begin of the number. */
        PREFIX,
        /** By showing no number. */
        ANONYMOUS;

        /**
         * As it is stored and as the API spells it.
         *
         * @return the name in small letters
         */
        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads what {@link #value()} wrote.
         *
         * @param value the name in small letters
         * @return the way
         */
        public static Matches of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Whether a caller is meant.
     *
     * @param caller who calls
     * @return true when the rule is about this caller; one whose caller ID is no number is nobody's
     */
    public boolean isAbout(CallerNumber caller) {
        return switch (matches) {
            case EXACT -> number.equals(caller.e164());
            case PREFIX -> caller.e164() != null && caller.e164().startsWith(number);
            case ANONYMOUS -> caller.isAnonymous();
        };
    }
}
