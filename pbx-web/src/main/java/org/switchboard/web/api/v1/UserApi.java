package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** {@code /users}: the people of a company who sign in to the portal. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users", description = "The people of a company who sign in to the portal.")
final class UserApi {

    private static final Cursors CURSORS = new Cursors("users", "[^\\p{Cntrl}]{3,254}");

    private final UserService users;

    UserApi(UserService users) {
        this.users = users;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createUser", summary = "Make a user with a generated password",
            description = "The only time that the password is shown.")
    ResponseEntity<NewUserReply> create(@RequestBody UserDraft draft) {
        NewUser made = users.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/users/" + made.user().id())).body(NewUserReply.of(made));
    }

    @GetMapping
    @AllowedTo(ADMIN)
    @Operation(operationId = "listUsers", summary = "List users in the order of their e-mail addresses",
            description = "`search` finds a part of a name or of an address.")
    ListReply<UserReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(users.list(search, CURSORS.read(cursor), limit), CURSORS, UserReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo(ADMIN)
    @Operation(operationId = "getUser", summary = "Get a user")
    UserReply get(@PathVariable UUID id) {
        return UserReply.of(users.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeUser", summary = "Change a user",
            description = "When the role or the address changes, or the user is disabled, their sessions end.")
    UserReply change(@PathVariable UUID id, Patch<UserDraft> patch) {
        return UserReply.of(users.update(id, patch::apply));
    }

    @PostMapping("/{id}/password")
    @AllowedTo(ADMIN)
    @Operation(operationId = "resetUserPassword", summary = "Give a user a new password and end their sessions",
            description = "The only time that the password is shown.")
    NewUserReply resetPassword(@PathVariable UUID id) {
        return NewUserReply.of(users.resetPassword(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteUser", summary = "Delete a user; an extension of theirs stays")
    void delete(@PathVariable UUID id) {
        users.delete(id);
    }
}
