package org.switchboard.telephony.distribution;

import java.util.UUID;

/**
 * An agent's place in a queue.
 *
 * @param queueId  the queue
 * @param tier     from 1; agents of a tier are asked when it is open for the caller and nobody of a lower one is free
 * @param position the place for {@link Strategy#IN_ORDER}; of equals, who is named first in the settings
 */
public record Membership(UUID queueId, int tier, int position) {}
