package org.switchboard.telephony.forwarding;

import java.util.Arrays;
import java.util.Locale;

/** When a call to an extension is forwarded. Callers from outside go where those from inside go, unless theirs says otherwise. */
public enum ForwardWhen {
    /** At once, without ringing. */
    ALWAYS("always"),
    /** It is on the phone, declines, or does not want to be disturbed. */
    BUSY("busy"),
    /** Nobody answers in time. */
    NO_ANSWER("noAnswer"),
    /** It has no phone that can be reached. */
    NOT_REGISTERED("notRegistered"),
    /** {@link #ALWAYS}, for callers from outside. */
    OUTSIDE_ALWAYS("outsideAlways"),
    /** {@link #BUSY}, for callers from outside. */
    OUTSIDE_BUSY("outsideBusy"),
    /** {@link #NO_ANSWER}, for callers from outside. */
    OUTSIDE_NO_ANSWER("outsideNoAnswer"),
    /** {@link #NOT_REGISTERED}, for callers from outside. */
    OUTSIDE_NOT_REGISTERED("outsideNotRegistered");

    private final String field;

    ForwardWhen(String field) {
        this.field = field;
    }

    /**
     * What forms and the API call it.
     *
     * @return a field of {@link ForwardingDraft}
     */
    public String field() {
        return field;
    }

    /**
     * The key of the extension's way out.
     *
     * @return as {@code flow_exit} has it
     */
    public String exit() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds one by the key of the way out.
     *
     * @param exit a way out of an extension
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none
     */
    public static ForwardWhen ofExit(String exit) {
        return Arrays.stream(values()).filter(one -> one.exit().equals(exit)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no forwarding " + exit));
    }
}
