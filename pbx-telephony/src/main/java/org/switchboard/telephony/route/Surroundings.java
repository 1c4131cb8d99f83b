package org.switchboard.telephony.route;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.switchboard.telephony.call.DeviceRef;

/**
 * What routing must know besides the plan.
 *
 * @param now     what time it is for the caller
 * @param seed    a number of the call's own, from which drawn orders follow, so that they stay the same for the whole call
 * @param onCall  whether a device is in a call now
 * @param memory  who rang and talked before
 */
public record Surroundings(Instant now, long seed, Predicate<DeviceRef> onCall, RingMemory memory) {

    /** What ring groups remember of earlier calls. */
    public interface RingMemory {

        /** Remembers nothing: every call is the first. */
        RingMemory NONE = new RingMemory() {
            @Override
            public int calls(UUID groupId) {
                return 0;
            }

            @Override
            public Instant lastTalk(UUID extensionId) {
                return Instant.EPOCH;
            }
        };

        /**
         * How many calls a ring group had before this one.
         *
         * @param groupId the ring group
         * @return 0 or more; the same each time that it is asked within one call
         */
        int calls(UUID groupId);

        /**
         * When an extension last talked to somebody.
         *
         * @param extensionId the extension
         * @return {@link Instant#EPOCH} when never
         */
        Instant lastTalk(UUID extensionId);
    }

    /**
     * Surroundings in which nobody talks and nobody has talked, as a question assumes them.
     *
     * @param now what time it is
     * @return the surroundings
     */
    public static Surroundings quiet(Instant now) {
        return new Surroundings(now, 0, _ -> false, RingMemory.NONE);
    }
}
