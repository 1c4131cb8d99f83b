package org.switchboard.telephony.destination;

import java.util.UUID;

/**
 * Where a way out leads.
 *
 * @param kind   what it leads to
 * @param nodeId id of the thing; null for a number outside and for the end of the call
 * @param number what extensions dial for the thing; null when it cannot be dialled
 * @param value  the E.164 number outside, or the {@link HangupKind}'s word; null for a thing
 * @param name   what people read: the thing's number and name; for a value the value itself
 */
public record Destination(DestinationKind kind, UUID nodeId, String number, String value, String name) {

    /**
     * The same as it can be edited.
     *
     * @return a draft that leads to the same place
     */
    public DestinationDraft draft() {
        return new DestinationDraft(kind, nodeId, null, value);
    }
}
