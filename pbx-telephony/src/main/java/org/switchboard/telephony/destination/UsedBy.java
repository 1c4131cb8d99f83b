package org.switchboard.telephony.destination;

import java.util.UUID;

/**
 * Something that leads to a thing.
 *
 * @param kind the kind of what leads there: the word of a {@link DestinationKind}, or {@code number}
 * @param id   its id
 * @param name what people read of it
 * @param exit by which of its ways out
 */
public record UsedBy(String kind, UUID id, String name, String exit) {
}
