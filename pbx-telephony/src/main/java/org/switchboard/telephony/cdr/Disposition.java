package org.switchboard.telephony.cdr;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** How a call ended, seen from the caller. */
public enum Disposition {

    /** Somebody, or a service, took the call. */
    ANSWERED,

    /** Nobody took the call, and a mailbox did. */
    VOICEMAIL,

    /** The one called was on the phone, or declined. */
    BUSY,

    /** It rang until the time was up. */
    NO_ANSWER,

    /** The caller hung up before anybody answered. */
    CANCELLED,

    /** The one called has no phone connected. */
    NOT_REGISTERED,

    /** Nothing is at the number. */
    UNKNOWN_NUMBER,

    /** The caller may not call there. */
    FORBIDDEN,

    /** A fault, or a limit that was reached. */
    FAILED;

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
     * What the outcome of a step says of a call that nobody took.
     *
     * @param outcome the step's outcome, which may be a refusal's key
     * @return empty when it says nothing of that
     */
    static Optional<Disposition> ofOutcome(String outcome) {
        return Optional.ofNullable(switch (outcome) {
            case "busy" -> BUSY;
            case "no_answer", "closed" -> NO_ANSWER;
            case "cancelled" -> CANCELLED;
            case "not_registered" -> NOT_REGISTERED;
            case "unknown_number", "outside_rejected" -> UNKNOWN_NUMBER;
            case "forbidden", "forbidden_national", "forbidden_international", "forbidden_premium", "blocked" -> FORBIDDEN;
            case "failed", "too_many_calls", "no_trunk" -> FAILED;
            default -> null;
        });
    }

    /**
     * Finds one by its word.
     *
     * @param value the word
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none
     */
    public static Disposition of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
