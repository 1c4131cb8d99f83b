package org.switchboard.telephony.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The codes that anybody may dial for a service of the system itself. All of them stand here. */
public enum ServiceCode {
    /** Lets the caller hear itself. */
    ECHO("*43", false),
    /** Says the caller's own extension. */
    OWN_NUMBER("*65", false),
    /** The caller's own voicemail box. */
    VOICEMAIL("*97", false),
    /** Any voicemail box: asks for its number, where that is not dialled behind the code. */
    ANY_VOICEMAIL("*98", true),
    /** Lets nobody ring. */
    DO_NOT_DISTURB_ON("*78", false),
    /** Lets everybody ring again. */
    DO_NOT_DISTURB_OFF("*79", false),
    /** Sends every call on to the number dialled behind the code, or asked for. */
    FORWARD_ALWAYS_ON("*72", true),
    /** Takes that back. */
    FORWARD_ALWAYS_OFF("*73", false),
    /** Sends calls on while on the phone. */
    FORWARD_BUSY_ON("*90", true),
    /** Takes that back. */
    FORWARD_BUSY_OFF("*91", false),
    /** Sends calls on that nobody answers. */
    FORWARD_NO_ANSWER_ON("*92", true),
    /** Takes that back. */
    FORWARD_NO_ANSWER_OFF("*93", false),
    /** Sends calls on while no phone is connected. */
    FORWARD_NOT_REGISTERED_ON("*94", true),
    /** Takes that back. */
    FORWARD_NOT_REGISTERED_OFF("*95", false),
    /** Records a prompt. */
    RECORD_PROMPT("*77", false),
    /** An agent begins or ends work: the phone's own, or the one whose number (or lamp key) is dialled behind the code. */
    AGENT_SIGN_IN("*45", true),
    /** An agent pauses, for the reason whose digit is dialled behind the code, or goes on; or the one whose lamp key is dialled. */
    AGENT_PAUSE("*46", true),
    /** An agent is ready before the wrap-up is over. */
    AGENT_READY("*47", false),
    /** A supervisor listens to the agent whose number is dialled behind the code. */
    SUPERVISE_LISTEN("*51", true),
    /** A supervisor speaks to that agent alone. */
    SUPERVISE_WHISPER("*52", true),
    /** A supervisor speaks to both. */
    SUPERVISE_BARGE("*53", true),
    /** A supervisor takes that agent's caller over. */
    SUPERVISE_TAKE_OVER("*54", true);

    private final String code;
    private final boolean argument;

    ServiceCode(String code, boolean argument) {
        this.code = code;
        this.argument = argument;
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
     * Whether digits may follow the code.
     *
     * @return true when they mean something
     */
    public boolean takesArgument() {
        return argument;
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
        return Arrays.stream(values()).filter(service -> service.code.equals(dialled)
                || service.argument && dialled.startsWith(service.code)).findFirst();
    }

    /**
     * Whether a star code of somebody's own would be mixed up with one of the system's.
     *
     * @param code a star and digits
     * @return true when one of them begins the other
     */
    public static boolean collides(String code) {
        return Arrays.stream(values()).anyMatch(service -> service.code.startsWith(code) || code.startsWith(service.code));
    }
}
