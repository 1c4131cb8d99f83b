package org.switchboard.telephony.extension;

import java.time.Instant;
import java.util.UUID;

/**
 * A number that people dial inside a company, and what it is called.
 *
 * @param id               its id
 * @param tenantId         the company
 * @param number           2 to 6 digits, unique in the company
 * @param name             shown on the phones it calls and that call it
 * @param userId           the user whose extension this is; null when nobody's (a lobby, a fax)
 * @param ringSeconds      how long its devices ring before a caller is told that nobody answers
 * @param mayCall          whom it may call
 * @param doNotDisturb     whether its devices stay silent; callers go where they go when it is busy
 * @param callerIdNumberId the number of the company that people outside see; null leaves it to the route, the trunk or the company
 * @param hideCallerId     whether people outside see no number at all
 * @param createdAt        when it was made
 */
public record Extension(UUID id, UUID tenantId, String number, String name, UUID userId, int ringSeconds, CallPermission mayCall,
                        boolean doNotDisturb, UUID callerIdNumberId, boolean hideCallerId, Instant createdAt) {

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public ExtensionDraft draft() {
        return new ExtensionDraft(number, name, userId, ringSeconds, mayCall, doNotDisturb, callerIdNumberId, hideCallerId);
    }
}
