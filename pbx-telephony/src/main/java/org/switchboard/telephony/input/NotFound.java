package org.switchboard.telephony.input;

/** Thrown when a thing that was asked for does not exist, or belongs to another tenant: the two cannot be told apart. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String thing;
    private final String key;

    /**
     * Says that there is no such thing.
     *
     * @param thing what kind of thing, in the field's standard term ({@code extension})
     * @param key   the number or id that was asked for
     */
    public NotFound(String thing, String key) {
        super("no " + thing + " " + key);
        this.thing = thing;
        this.key = key;
    }

    /**
     * The kind of thing.
     *
     * @return the field's standard term, for example {@code extension}
     */
    public String thing() {
        return thing;
    }

    /**
     * What was asked for.
     *
     * @return the number or id, as it was sent
     */
    public String key() {
        return key;
    }
}
