package org.switchboard.telephony.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/**
 * Callers who come before, or after, those of a queue's own priority.
 *
 * @param id       its id
 * @param matches  what of a call it goes by
 * @param number   a number in E.164, or how one begins
 * @param priority 1 to 10, the higher, the earlier
 * @param note     who that is; may be empty
 */
public record CallerPriority(UUID id, Matches matches, String number, int priority, String note) {

    /** What of a call a rule goes by. A caller's own number decides before the beginning of one, and that before the number dialled. */
    public enum Matches {
        /** The caller's number. */
        CALLER,
        /** How the caller's number begins. */
        CALLER_PREFIX,
        /** The company's number that was dialled. */
        DIALLED;

        /**
         * The word in the database and the API.
         *
         * @return the name in lower case
         */
        @JsonValue
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Finds one by its word.
         *
         * @param value the word
         * @return the one that is meant
         * @throws IllegalArgumentException when there is none
         */
        public static Matches of(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public CallerPriorityDraft draft() {
        return new CallerPriorityDraft(matches, number, priority, note);
    }

    /**
     * Whether this is about a call.
     *
     * @param caller  the caller's number in E.164; empty or anything else for none
     * @param dialled the company's number in E.164 that was dialled; empty for none
     * @return true when it is
     */
    public boolean isAbout(String caller, String dialled) {
        return switch (matches) {
            case CALLER -> caller.equals(number);
            case CALLER_PREFIX -> caller.startsWith(number);
            case DIALLED -> dialled.equals(number);
        };
    }
}
