package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.NewUser;

/**
 * A user with a password that was just made for them.
 *
 * @param id       their id
 * @param email    what they sign in with
 * @param name     as people write it
 * @param role     what they may do
 * @param password what they sign in with; shown here and never again
 */
@Schema(name = "UserAccount")
record NewUserReply(UUID id, String email, String name, Role role, String password) {

    static NewUserReply of(NewUser made) {
        return new NewUserReply(made.user().id(), made.user().email(), made.user().name(), made.user().role(), made.password());
    }
}
