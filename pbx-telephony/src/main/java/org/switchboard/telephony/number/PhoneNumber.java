package org.switchboard.telephony.number;

import java.time.Instant;
import java.util.UUID;

/**
 * A number of the world that a company owns: one of its ways in. Where it leads is its way out {@link #EXIT}.
 *
 * @param id        its id, also that of its node
 * @param tenantId  the company
 * @param number    E.164
 * @param name      what it is for; may be empty
 * @param createdAt when it was made
 */
public record PhoneNumber(UUID id, UUID tenantId, String number, String name, Instant createdAt) {

    /** Key of a number's only way out. */
    public static final String EXIT = "to";
}
