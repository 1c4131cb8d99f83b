package org.switchboard.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.switchboard.telephony.input.Text;
import org.switchboard.web.security.Role;

/**
 * What somebody wants a token to be.
 *
 * @param name 1 to 100 characters on one line
 * @param role in a company {@code admin}, {@code supervisor} or {@code user}; the operator's tokens are {@code operator}
 */
@Schema(name = "TokenDraft")
public record ApiTokenDraft(
        @NotNull(message = "{invalid.name}") @Size(min = 1, max = 100, message = "{invalid.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotNull(message = "{api.invalid.role}") Role role) {

    /** Takes blanks off both ends of the name. */
    public ApiTokenDraft {
        name = Text.stripped(name);
    }
}
