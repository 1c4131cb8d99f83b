package org.switchboard.telephony.schedule.ical;

import java.util.List;

/** Thrown when a calendar cannot be read or fetched; says why in words the portal translates. */
public final class CalendarProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> args;

    /**
     * Says why.
     *
     * @param code key in the words' files
     * @param args texts for the placeholders of its sentence
     */
    public CalendarProblem(String code, String... args) {
        super(code + " " + String.join(" ", args));
        this.code = code;
        this.args = List.of((Object[]) args);
    }

    /**
     * The key.
     *
     * @return key in the words' files
     */
    public String code() {
        return code;
    }

    /**
     * What the sentence's placeholders stand for.
     *
     * @return texts, in order
     */
    public List<Object> args() {
        return args;
    }
}
