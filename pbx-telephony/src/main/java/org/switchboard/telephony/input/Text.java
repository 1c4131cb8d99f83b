package org.switchboard.telephony.input;

/** Tidies what people type, without changing what they mean. */
public final class Text {

    /** A name on one line: something to see, no control characters. For {@code @Pattern}. */
    public static final String ONE_LINE = "[^\\p{Cntrl}\\u2028\\u2029]*";

    private Text() {
    }

    /**
     * Takes blanks off both ends.
     *
     * @param typed what was typed; null stays null
     * @return the same without blanks around it
     */
    public static String stripped(String typed) {
        return typed == null ? null : typed.strip();
    }
}
