package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.web.api.ApiToken;
import org.switchboard.web.security.Role;

/**
 * A token as the API shows it: without the token itself.
 *
 * @param id        its id
 * @param name      what it is for
 * @param role      what it may do
 * @param createdAt when it was made
 */
@Schema(name = "Token")
record TokenReply(UUID id, String name, Role role, Instant createdAt) {

    static TokenReply of(ApiToken token) {
        return new TokenReply(token.id(), token.name(), token.role(), token.createdAt());
    }
}
