package org.switchboard.local;

/**
 * A reason not to go on that the person at the keyboard can remove: one plain sentence with the remedy.
 * The command line prints the message alone and ends with exit code 1.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and what to do about it, as shown to the person */
    public Refusal(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and what to do about it, as shown to the person
     * @param cause what was caught, for the log
     */
    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
