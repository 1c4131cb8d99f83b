package org.switchboard.telephony.number;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of number outside somebody dials; class of service says who may dial it. */
public enum CallClass {

    /** Help in danger: everybody may, from every phone. */
    EMERGENCY,

    /** A short code of the company's country (directory enquiries, a carrier's service), dialled as it is. Needs what national calls need. */
    SHORT,

    /** A number in the company's own country. */
    NATIONAL,

    /** A number in another country. */
    INTERNATIONAL,

    /** What can cost anything: premium rate and shared cost in any country, satellite networks, ranges abroad that nobody has assigned. */
    PREMIUM;

    /**
     * As the API spells it, and the end of its key in the words' files.
     *
     * @return the name in small letters
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
