package org.switchboard.web.supervision;

import java.util.UUID;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/**
 * Who wants to supervise.
 *
 * @param tenantId the company
 * @param by       as the record shall name him
 * @param role     what he is
 * @param userId   the user; null for a script
 */
public record Asker(UUID tenantId, String by, Role role, UUID userId) {

    /**
     * Somebody at a page.
     *
     * @param user who has signed in
     * @return never null
     */
    public static Asker of(SignedInUser user) {
        return new Asker(user.tenantId(), user.getUsername(), user.role(), user.id());
    }

    /**
     * A script.
     *
     * @param caller whose token it uses
     * @return never null
     */
    public static Asker of(ApiCaller caller) {
        return new Asker(caller.tenantId(), caller.getName(), caller.role(), null);
    }
}
