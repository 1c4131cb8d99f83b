package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.web.api.NewApiToken;
import org.switchboard.web.security.Role;

/**
 * A token that was just made.
 *
 * @param id        its id
 * @param name      what it is for
 * @param role      what it may do
 * @param createdAt when it was made
 * @param token     what to send as {@code Authorization: Bearer …}; shown here and never again
 */
@Schema(name = "NewToken")
record NewTokenReply(UUID id, String name, Role role, Instant createdAt, String token) {

    static NewTokenReply of(NewApiToken made) {
        return new NewTokenReply(made.token().id(), made.token().name(), made.token().role(), made.token().createdAt(), made.plain());
    }
}
