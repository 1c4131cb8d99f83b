package org.switchboard.telephony.queue;

import java.util.List;
import org.switchboard.telephony.menu.MenuExit;

/** The keys of a queue's ways out, as {@code flow_exit} has them. */
public final class QueueExit {

    /** As many wait as may wait. */
    public static final String FULL = "full";

    /** The caller has waited as long as anybody may. */
    public static final String MAX_WAIT = "max_wait";

    /** There are not the agents that there must be. */
    public static final String NO_AGENTS = "no_agents";

    /** What a phone can send, as on its keypad. */
    public static final List<String> KEYS = MenuExit.KEYS;

    private static final String KEY = "key_";

    private QueueExit() {
    }

    /**
     * The way out behind a key of the phone.
     *
     * @param key one of {@link #KEYS}
     * @return for example {@code key_1} or {@code key_star}
     */
    public static String ofKey(String key) {
        return MenuExit.ofKey(key);
    }

    /**
     * Whether a way out is taken by pressing a key.
     *
     * @param exit any way out
     * @return true for {@code key_1} and the like
     */
    public static boolean isKey(String exit) {
        return exit.startsWith(KEY);
    }

    /**
     * What forms and the API call the field of a way out.
     *
     * @param exit a way out of a queue
     * @return for example {@code keys.1} or {@code full}
     */
    public static String field(String exit) {
        return switch (exit) {
            case FULL -> "full";
            case MAX_WAIT -> "maxWait";
            case NO_AGENTS -> "noAgents";
            default -> "keys." + key(exit);
        };
    }

    /**
     * The key of the phone before a way out.
     *
     * @param exit one that {@link #isKey} says yes to
     * @return one of {@link #KEYS}
     */
    public static String key(String exit) {
        return exit.substring(KEY.length()).replace("star", "*").replace("hash", "#");
    }
}
