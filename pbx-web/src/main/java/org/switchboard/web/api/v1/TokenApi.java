package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.OPERATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiTokenDraft;
import org.switchboard.web.api.ApiTokenService;
import org.switchboard.web.api.NewApiToken;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;

/** {@code /tokens}: what scripts sign in with. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tokens", description = "What scripts sign in with. A company's admin sees the company's, the operator the operator's.")
final class TokenApi {

    private static final Cursors CURSORS = new Cursors("tokens", "[0-9a-f-]{36}");

    private final ApiTokenService tokens;

    TokenApi(ApiTokenService tokens) {
        this.tokens = tokens;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo({ADMIN, OPERATOR})
    @Operation(operationId = "createToken", summary = "Make a token",
            description = "In a company the role is admin, supervisor or user; the operator's tokens are operator. The only time that the token is shown.")
    ResponseEntity<NewTokenReply> create(@RequestBody ApiTokenDraft draft) {
        NewApiToken made = tokens.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.token().id())).body(NewTokenReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, OPERATOR})
    @Operation(operationId = "listTokens", summary = "List tokens, oldest first")
    ListReply<TokenReply> list(
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(tokens.list(CURSORS.readId(cursor), limit), CURSORS, TokenReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, OPERATOR})
    @Operation(operationId = "getToken", summary = "Get a token's name and role")
    TokenReply get(@PathVariable UUID id) {
        return TokenReply.of(tokens.find(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo({ADMIN, OPERATOR})
    @Operation(operationId = "revokeToken", summary = "Revoke a token at once")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(id);
    }
}
