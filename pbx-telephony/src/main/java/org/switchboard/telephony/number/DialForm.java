package org.switchboard.telephony.number;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a provider wants numbers written. */
public enum DialForm {

    /** E.164 with its plus: {@code +8221234567}. */
    PLUS,

    /** E.164 without the plus: {@code 8221234567}. */
    DIGITS,

    /** As dialled in the company's country: {@code 021234567}; numbers abroad with the country's international prefix. */
    NATIONAL;

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
     * @return the form
     * @throws IllegalArgumentException when there is none of that name
     */
    public static DialForm of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
