package org.switchboard.telephony.extension;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which talks of an extension are recorded by themselves. */
public enum RecordPolicy {

    /** None. */
    @JsonProperty("never")
    NEVER,

    /** Those with people outside the company, whoever called. */
    @JsonProperty("outside")
    OUTSIDE,

    /** All. */
    @JsonProperty("always")
    ALWAYS;

    /**
     * As it is stored and as the API spells it.
     *
     * @return the name in small letters
     */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #value()} wrote.
     *
     * @param value the name in small letters
     * @return the policy
     */
    public static RecordPolicy of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /**
     * Whether a talk is recorded.
     *
     * @param outside whether it is with somebody outside
     * @return true when it is
     */
    public boolean covers(boolean outside) {
        return switch (this) {
            case NEVER -> false;
            case OUTSIDE -> outside;
            case ALWAYS -> true;
        };
    }
}
