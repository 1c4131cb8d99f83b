package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.Prompt;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.prompt.PromptAudioController;
import org.switchboard.web.prompt.Uploads;

/** {@code /prompts}: what callers hear. */
@RestController
@Tag(name = "Prompts", description = "What callers hear in menus and announcements. A change is heard from the next call on.")
final class PromptApi {

    private static final String PROMPTS = "/api/v1/prompts";
    private static final String PROMPT = PROMPTS + "/{id}";
    private static final String AUDIO = PROMPT + "/audio";
    private static final Cursors CURSORS = new Cursors("prompts", "(?s).{1,60}");

    private final PromptService prompts;

    PromptApi(PromptService prompts) {
        this.prompts = prompts;
    }

    @PostMapping(path = PROMPTS, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createPrompt", summary = "Make a prompt from words, or from a sound file",
            description = "As JSON: words that are spoken. As a form with `name` and `file`: a sound file (WAV, MP3, Ogg Vorbis or Opus, FLAC; "
                    + "up to 10 minutes and 20 MB), whose content counts and not its name.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = PromptDraft.class)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schemaProperties = {
                    @SchemaProperty(name = "name", schema = @Schema(type = "string")),
                    @SchemaProperty(name = "file", schema = @Schema(type = "string", format = "binary"))})}))
    ResponseEntity<PromptReply> create(@RequestBody PromptDraft draft) {
        return created(prompts.create(draft));
    }

    // Described together with the one above.
    @Hidden
    @PostMapping(path = PROMPTS, consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    ResponseEntity<PromptReply> upload(@RequestParam(required = false) String name, @RequestParam(required = false) MultipartFile file) {
        return created(prompts.create(name, Uploads.required(file)));
    }

    @GetMapping(path = PROMPTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listPrompts", summary = "List prompts in the order of their names",
            description = "`search` finds a part of a name or of the spoken words.")
    ListReply<PromptReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(prompts.list(search, CURSORS.read(cursor), limit), CURSORS, PromptReply::of);
    }

    @GetMapping(path = PROMPT, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getPrompt", summary = "Get a prompt")
    PromptReply get(@PathVariable UUID id) {
        return PromptReply.of(prompts.find(id));
    }

    @PatchMapping(path = PROMPT, consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE}, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "changePrompt", summary = "Change a prompt",
            description = "New words are spoken at once. A prompt from a file gets another name and keeps its sound, unless words are given.")
    PromptReply change(@PathVariable UUID id, Patch<PromptDraft> patch) {
        return PromptReply.of(prompts.update(id, patch::apply));
    }

    @DeleteMapping(PROMPT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deletePrompt", summary = "Delete a prompt", description = "Refused while something plays it.")
    @ApiResponse(responseCode = "204", description = "No Content")
    @ApiResponse(responseCode = "409", description = "Conflict",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    void delete(@PathVariable UUID id) {
        prompts.delete(id);
    }

    @GetMapping(path = AUDIO)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getPromptAudio", summary = "Get a prompt's sound",
            description = "A WAV file: 16 kHz, one channel, 16 bits. Ranges of bytes can be asked for (RFC 9110).")
    @ApiResponse(responseCode = "200", description = "OK",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> audio(@PathVariable UUID id) {
        return PromptAudioController.answer(prompts.sound(id));
    }

    @PutMapping(path = AUDIO, consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "replacePromptAudio", summary = "Put a sound file in place of a prompt's sound",
            description = "A form with `file`. Words that the prompt had are gone.")
    PromptReply replace(@PathVariable UUID id, @RequestParam(required = false) MultipartFile file) {
        prompts.find(id);
        return PromptReply.of(prompts.replace(id, Uploads.required(file)));
    }

    // Whatever is no form brings no file.
    @Hidden
    @PutMapping(path = AUDIO, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    PromptReply replaceByNothing(@PathVariable UUID id) {
        prompts.find(id);
        return PromptReply.of(prompts.replace(id, Uploads.required(null)));
    }

    private static ResponseEntity<PromptReply> created(Prompt made) {
        return ResponseEntity.created(URI.create(PROMPTS + "/" + made.id())).body(PromptReply.of(made));
    }
}
