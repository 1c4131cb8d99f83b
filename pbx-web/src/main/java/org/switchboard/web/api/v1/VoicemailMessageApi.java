package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.telephony.voicemail.VoicemailMessageDraft;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.prompt.PromptAudioController;

/** {@code /voicemail-boxes/{number}/messages}: what callers have said. */
@RestController
@Tag(name = "Voice messages", description = "What callers have said to a voicemail box. Lamps follow every change.")
final class VoicemailMessageApi {

    private static final String MESSAGES = "/api/v1/voicemail-boxes/{number}/messages";
    private static final String MESSAGE = MESSAGES + "/{id}";
    private static final Cursors CURSORS = new Cursors("voicemail-messages", "[0-9a-f-]{36}");

    private final VoicemailBoxService boxes;
    private final VoicemailMessageService messages;

    VoicemailMessageApi(VoicemailBoxService boxes, VoicemailMessageService messages) {
        this.boxes = boxes;
        this.messages = messages;
    }

    @GetMapping(path = MESSAGES, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "listVoicemailMessages", summary = "List the messages of a box, newest first")
    ListReply<VoicemailMessageReply> list(@PathVariable String number,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        VoicemailBox box = boxes.find(number);
        return ListReply.of(messages.list(box, CURSORS.readId(cursor), limit), CURSORS, VoicemailMessageReply::of);
    }

    @GetMapping(path = MESSAGE, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "getVoicemailMessage", summary = "Get a message")
    VoicemailMessageReply get(@PathVariable String number, @PathVariable UUID id) {
        return VoicemailMessageReply.of(messages.find(boxes.find(number), id));
    }

    @PatchMapping(path = MESSAGE, consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE}, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeVoicemailMessage", summary = "Mark a message as heard or new")
    VoicemailMessageReply change(@PathVariable String number, @PathVariable UUID id, Patch<VoicemailMessageDraft> patch) {
        VoicemailBox box = boxes.find(number);
        boolean heard = patch.apply(new VoicemailMessageDraft(messages.find(box, id).heard())).heard();
        return VoicemailMessageReply.of(messages.mark(box, id, heard));
    }

    @DeleteMapping(MESSAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteVoicemailMessage", summary = "Delete a message")
    void delete(@PathVariable String number, @PathVariable UUID id) {
        messages.delete(boxes.find(number), id);
    }

    @GetMapping(MESSAGE + "/audio")
    @AllowedTo(ADMIN)
    @Operation(operationId = "getVoicemailMessageAudio", summary = "Get a message's sound",
            description = "A WAV file: 8 kHz, one channel, 16 bits. Ranges of bytes can be asked for (RFC 9110).")
    @ApiResponse(responseCode = "200", description = "OK",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> audio(@PathVariable String number, @PathVariable UUID id) {
        return ResponseEntity.ok().contentType(PromptAudioController.WAV).body(new ByteArrayResource(messages.audio(boxes.find(number), id)));
    }
}
