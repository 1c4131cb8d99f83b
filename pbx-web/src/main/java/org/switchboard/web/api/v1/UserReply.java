package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.User;

/**
 * A user as the API shows it.
 *
 * @param id        their id
 * @param email     what they sign in with
 * @param name      as people write it
 * @param role      what they may do
 * @param language  language of their pages; null means the company's
 * @param disabled  whether they are kept out for now
 * @param createdAt when the account was made
 */
@Schema(name = "User")
record UserReply(UUID id, String email, String name, Role role, @Schema(types = {"string", "null"}) String language, boolean disabled,
                 Instant createdAt) {

    static UserReply of(User user) {
        return new UserReply(user.id(), user.email(), user.name(), user.role(), user.language(), user.disabled(), user.createdAt());
    }
}
