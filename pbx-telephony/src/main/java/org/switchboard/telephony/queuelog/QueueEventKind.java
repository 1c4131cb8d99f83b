package org.switchboard.telephony.queuelog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can happen in a queue or to an agent. Durations in {@link QueueEvent#detail()} are in milliseconds. */
public enum QueueEventKind {
    /** A caller came into a queue. Detail: {@code caller} (number), {@code name}, {@code priority}. */
    ENTERED,
    /** An agent's phone was made to ring for a caller. */
    OFFERED,
    /** An offer ended without a talk. Detail: {@code result}: no_answer, rejected, unreachable, failed, caller_gone, answered_elsewhere, withdrawn. */
    OFFER_ENDED,
    /** An agent answered a caller. Detail: {@code waited}, {@code callback} ({@code true} for one who was called back). */
    ANSWERED,
    /** A talk of an agent with a caller ended. Detail: {@code talked}, {@code by}: agent, caller, transfer, taken_over. */
    TALK_ENDED,
    /** An agent was ready again after a talk; always written, at once with {@code wrapUp} 0 where there is none. Detail: {@code wrapUp}. */
    WRAP_UP_ENDED,
    /** A caller hung up while waiting. Detail: {@code waited}, {@code position}. */
    ABANDONED,
    /** A caller left without an agent. Detail: {@code waited}, {@code way}: full, max_wait, no_agents, key_…, supervisor, gone (the queue was deleted). */
    LEFT,
    /** A caller asked to be called back; the stay goes on. Detail: {@code number}. */
    CALLBACK_ASKED,
    /** A callback ended without a talk. Detail: {@code waited}, {@code result}: failed, cancelled. */
    CALLBACK_ENDED,
    /** A supervisor moved a caller. Detail: {@code what}: front, priority; {@code priority}; {@code by}. */
    REORDERED,
    /** An agent signed in. Detail: {@code extension} (number), {@code by} where a supervisor did it. */
    SIGNED_IN,
    /** An agent signed out. Detail: {@code by} where a supervisor did it. */
    SIGNED_OUT,
    /** An agent paused. Detail: {@code reason} (name), {@code by}. */
    PAUSED,
    /** An agent ended the pause. Detail: {@code paused}. */
    RESUMED,
    /** An agent is not asked for a while, for offers that rang out. Detail: {@code until}. */
    SET_ASIDE;

    /**
     * The word in files, the database and the API.
     *
     * @return the name in lower case
     */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds one by its word.
     *
     * @param value the word
     * @return the one that is meant
     * @throws IllegalArgumentException when there is none
     */
    public static QueueEventKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
