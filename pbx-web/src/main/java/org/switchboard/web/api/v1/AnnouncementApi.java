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
import org.switchboard.telephony.announcement.Announcement;
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /announcements}: a prompt that callers hear to its end before they go on. */
@RestController
@RequestMapping(path = "/api/v1/announcements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Announcements", description = "A prompt that callers hear to its end before they go on. A change is live on the next call.")
final class AnnouncementApi {

    private static final Cursors CURSORS = new Cursors("announcements", "(?s).{1,60}");

    private final AnnouncementService announcements;

    AnnouncementApi(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createAnnouncement", summary = "Make an announcement", description = "Without `next` the call ends afterwards.")
    ResponseEntity<AnnouncementReply> create(@RequestBody AnnouncementDraft draft) {
        Announcement made = announcements.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/announcements/" + made.id())).body(AnnouncementReply.of(made));
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listAnnouncements", summary = "List announcements by their names", description = "`search` finds a part of a name.")
    ListReply<AnnouncementReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(announcements.list(search, CURSORS.read(cursor), limit), CURSORS, AnnouncementReply::of);
    }

    @GetMapping("/{id}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getAnnouncement", summary = "Get an announcement")
    AnnouncementReply get(@PathVariable UUID id) {
        return AnnouncementReply.of(announcements.find(id));
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeAnnouncement", summary = "Change an announcement")
    AnnouncementReply change(@PathVariable UUID id, Patch<AnnouncementDraft> patch) {
        return AnnouncementReply.of(announcements.update(id, patch::apply));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteAnnouncement", summary = "Delete an announcement", description = "Refused (409) while something leads to it.")
    void delete(@PathVariable UUID id) {
        announcements.delete(id);
    }
}
