package org.switchboard.telephony.flow;

import java.util.Locale;

/** A named way out of a step. Each feature has its own, as an enum. */
public interface Outcome {

    /**
     * The enum constant's name.
     *
     * @return upper case, as {@link Enum#name()}
     */
    String name();

    /**
     * The word for it in the journal and in graphs.
     *
     * @return the name in lower case
     */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
