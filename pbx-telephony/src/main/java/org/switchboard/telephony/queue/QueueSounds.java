package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.switchboard.telephony.input.SettingsGroup;

/**
 * What callers hear in a queue.
 *
 * @param greetingPromptId  played once to who comes; null for nothing
 * @param musicPromptId     repeated while they wait; null for the music that comes with the system
 * @param announcePosition  whether they are told how many are before them; null means yes
 * @param announceWait      whether they are told how long it will take; null means yes
 * @param announceSeconds   15 to 600: how often they are told; null means {@value #DEFAULT_ANNOUNCE_SECONDS}
 * @param periodicPromptId  played now and then, such as that one can be called back; null for none
 * @param periodicSeconds   15 to 3600: how often that is; null means {@value #DEFAULT_PERIODIC_SECONDS}
 */
@SettingsGroup
public record QueueSounds(
        UUID greetingPromptId,
        UUID musicPromptId,
        Boolean announcePosition,
        Boolean announceWait,
        @Min(value = 15, message = "{invalid.queue.announceSeconds}") @Max(value = 600, message = "{invalid.queue.announceSeconds}") Integer announceSeconds,
        UUID periodicPromptId,
        @Min(value = 15, message = "{invalid.queue.periodicSeconds}") @Max(value = 3600, message = "{invalid.queue.periodicSeconds}") Integer periodicSeconds) {

    /** How often callers are told their place when nobody says otherwise, in seconds. */
    public static final int DEFAULT_ANNOUNCE_SECONDS = 60;

    /** How often the message is played when nobody says otherwise, in seconds. */
    public static final int DEFAULT_PERIODIC_SECONDS = 120;

    /** Fills in the defaults. */
    public QueueSounds {
        announcePosition = !Boolean.FALSE.equals(announcePosition);
        announceWait = !Boolean.FALSE.equals(announceWait);
        announceSeconds = announceSeconds == null ? DEFAULT_ANNOUNCE_SECONDS : announceSeconds;
        periodicSeconds = periodicSeconds == null ? DEFAULT_PERIODIC_SECONDS : periodicSeconds;
    }

    /** All defaults. */
    public QueueSounds() {
        this(null, null, null, null, null, null, null);
    }
}
