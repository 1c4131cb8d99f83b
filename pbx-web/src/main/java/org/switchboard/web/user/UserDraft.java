package org.switchboard.web.user;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.switchboard.telephony.input.Text;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.Role;

/**
 * What an admin wants a user to be.
 *
 * @param email    3 to 254 characters with one {@code @}; kept in small letters
 * @param name     1 to 100 characters on one line
 * @param role     null means {@link Role#USER}; operator only in the operator's own scope
 * @param disabled whether the user is kept out
 */
public record UserDraft(
        @NotNull(message = "{invalid.user.email}") @Size(max = 254, message = "{invalid.user.email}")
        @Pattern(regexp = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+", message = "{invalid.user.email}") String email,
        @NotNull(message = "{invalid.name}") @Size(min = 1, max = 100, message = "{invalid.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        Role role,
        boolean disabled) {

    /** Takes blanks off both ends and fills in the defaults. */
    public UserDraft {
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
        name = Text.stripped(name);
        role = role == null ? Role.USER : role;
    }

    @AssertTrue(message = "{invalid.user.role}")
    private boolean isRole() {
        return (role == Role.OPERATOR) == TenantScope.current().isOperator();
    }
}
