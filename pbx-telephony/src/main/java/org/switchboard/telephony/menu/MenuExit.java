package org.switchboard.telephony.menu;

import java.util.List;

/** The keys of a menu's ways out, as {@code flow_exit} has them. */
public final class MenuExit {

    /** Nothing was pressed in all tries. */
    public static final String NO_INPUT = "no_input";

    /** Nothing that fits was pressed in all tries. */
    public static final String WRONG_INPUT = "wrong_input";

    /** What a phone can send, as on its keypad. */
    public static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    private static final String KEY = "key_";

    private MenuExit() {
    }

    /**
     * The way out behind a key of the phone.
     *
     * @param key one of {@link #KEYS}
     * @return for example {@code key_1} or {@code key_star}
     */
    public static String ofKey(String key) {
        return KEY + switch (key) {
            case "*" -> "star";
            case "#" -> "hash";
            default -> key;
        };
    }

    /**
     * What forms and the API call the field of a way out.
     *
     * @param exit a way out of a menu
     * @return for example {@code keys.1} or {@code noInput}
     */
    public static String field(String exit) {
        return switch (exit) {
            case NO_INPUT -> "noInput";
            case WRONG_INPUT -> "wrongInput";
            default -> "keys." + exit.substring(KEY.length()).replace("star", "*").replace("hash", "#");
        };
    }
}
