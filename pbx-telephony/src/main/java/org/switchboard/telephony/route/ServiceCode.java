package org.switchboard.telephony.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codes that anybody may dial for a service of the system itself. All of them stand here. */
public enum ServiceCode {
    /** Lets the caller hear itself. */
    ECHO("*43"),
    /** Says the caller's own extension. */
    OWN_NUMBER("*65");

    private final String code;

    ServiceCode(String code) {
        this.code = code;
    }

    /**
     * What is dialled.
     *
     * @return a star and digits
     */
    public String code() {
        return code;
    }

    /**
     * The word for it in the journal and in graphs.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the service for what was dialled.
     *
     * @param dialled any text
     * @return empty when it is no service's code
     */
    public static Optional<ServiceCode> of(String dialled) {
        return Arrays.stream(values()).filter(service -> service.code.equals(dialled)).findFirst();
    }

    /**
     * Finds the service by its word.
     *
     * @param key any text
     * @return empty when it is no service's word
     */
    public static Optional<ServiceCode> ofKey(String key) {
        return Arrays.stream(values()).filter(service -> service.key().equals(key)).findFirst();
    }
}
