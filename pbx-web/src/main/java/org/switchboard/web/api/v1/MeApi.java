package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.OPERATOR;
import static org.switchboard.web.security.Role.SUPERVISOR;
import static org.switchboard.web.security.Role.USER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.security.Role;

/** {@code /me}: whose token this is. */
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Me", description = "Whose token this is.")
final class MeApi {

    /**
     * Who asks.
     *
     * @param tokenId    the token's id
     * @param tokenName  what the token is for
     * @param role       what it may do
     * @param tenantId   the company; null when the token is the operator's
     * @param tenantSlug the company's short name; null when the token is the operator's
     */
    @Schema(name = "Me")
    record MeReply(UUID tokenId, String tokenName, Role role, @Schema(types = {"string", "null"}, format = "uuid") UUID tenantId,
                   @Schema(types = {"string", "null"}) String tenantSlug) {
    }

    @GetMapping
    @AllowedTo({OPERATOR, ADMIN, SUPERVISOR, USER})
    @Operation(operationId = "getMe", summary = "Who am I")
    MeReply get(@Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        return new MeReply(caller.tokenId(), caller.tokenName(), caller.role(), caller.tenantId(), caller.tenantSlug());
    }
}
