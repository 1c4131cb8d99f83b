package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

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
import org.switchboard.telephony.menu.Menu;
import org.switchboard.telephony.menu.MenuDraft;
import org.switchboard.telephony.menu.MenuService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /menus}: what callers hear (IVR), and where each key leads. */
@RestController
@RequestMapping(path = "/api/v1/menus", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Menus", description = "What callers hear (IVR), and where each key leads. A change is live on the next call.")
final class MenuApi {

    private static final Cursors CURSORS = new Cursors("menus", "(?s).{1,60}");

    private final MenuService menus;

    MenuApi(MenuService menus) {
        this.menus = menus;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createMenu", summary = "Make a menu", description = "`keys` maps `0` to `9`, `*` and `#` to destinations. A patch replaces `keys` as a whole.")
    ResponseEntity<MenuReply> create(@RequestBody MenuDraft draft) {
        Menu made = menus.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/menus/" + made.id())).body(MenuReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listMenus", summary = "List menus by their names", description = "`search` finds the begin of a number or a part of a name.")
    ListReply<MenuReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(menus.list(search, CURSORS.read(cursor), limit), CURSORS, MenuReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getMenu", summary = "Get a menu")
    MenuReply get(@PathVariable UUID id) {
        return MenuReply.of(menus.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeMenu", summary = "Change a menu")
    MenuReply change(@PathVariable UUID id, Patch<MenuDraft> patch) {
        return MenuReply.of(menus.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteMenu", summary = "Delete a menu", description = "Refused (409) while something leads to it.")
    void delete(@PathVariable UUID id) {
        menus.delete(id);
    }
}
