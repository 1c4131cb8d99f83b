package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.voicemail.GreetingSound;
import org.switchboard.telephony.voicemail.PinDraft;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxDraft;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.telephony.voicemail.VoicemailUse;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.prompt.PromptAudioController;
import org.switchboard.web.prompt.Uploads;

/** {@code /voicemail-boxes}: where callers leave messages. */
@RestController
@Tag(name = "Voicemail boxes", description = "Where callers leave messages: an extension's own boxes, and shared ones.")
final class VoicemailBoxApi {

    private static final String BOXES = "/api/v1/voicemail-boxes";
    private static final String BOX = BOXES + "/{number}";
    private static final Cursors CURSORS = new Cursors("voicemail-boxes", "[0-9]{1,6}");

    private final VoicemailBoxService boxes;
    private final VoicemailMessageService messages;
    private final GreetingSound sounds;

    VoicemailBoxApi(VoicemailBoxService boxes, VoicemailMessageService messages, GreetingSound sounds) {
        this.boxes = boxes;
        this.messages = messages;
        this.sounds = sounds;
    }

    @PostMapping(path = BOXES, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createVoicemailBox", summary = "Make a voicemail box",
            description = "With `extension` it is that extension's own and has its number; without, it is shared, and has a free number where none is given. "
                    + "It has no PIN yet. Calls are led to it by the ways out of extensions, menus and so on.")
    ResponseEntity<VoicemailBoxReply> create(@RequestBody VoicemailBoxDraft draft) {
        VoicemailBox made = boxes.create(draft);
        return ResponseEntity.created(URI.create(BOXES + "/" + made.number())).body(reply(made));
    }

    @GetMapping(path = BOXES, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listVoicemailBoxes", summary = "List voicemail boxes: shorter numbers first, then in numeric order",
            description = "`search` finds the begin of a number or a part of a name.")
    ListReply<VoicemailBoxReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        Page<VoicemailBox> page = boxes.list(search, CURSORS.read(cursor), limit);
        Map<UUID, VoicemailUse> use = messages.use(page.items());
        return ListReply.of(page, CURSORS, box -> VoicemailBoxReply.of(box, use.get(box.id())));
    }

    @GetMapping(path = BOX, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getVoicemailBox", summary = "Get a voicemail box")
    VoicemailBoxReply get(@PathVariable String number) {
        return reply(boxes.find(number));
    }

    @PatchMapping(path = BOX, consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE}, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeVoicemailBox", summary = "Change a voicemail box")
    VoicemailBoxReply change(@PathVariable String number, Patch<VoicemailBoxDraft> patch) {
        return reply(boxes.update(number, patch::apply));
    }

    @DeleteMapping(BOX)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteVoicemailBox", summary = "Delete a voicemail box with its messages", description = "Refused while something leads to it.")
    @ApiResponse(responseCode = "204", description = "No Content")
    @ApiResponse(responseCode = "409", description = "Conflict",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    void delete(@PathVariable String number) {
        boxes.delete(number);
    }

    @PutMapping(path = BOX + "/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "setVoicemailPin", summary = "Set a box's PIN",
            description = "4 to 10 digits. Refused are repeated digits, rows, years, lines on the keypad and what contains the box's number. "
                    + "A box that wrong PINs had locked is opened.")
    void setPin(@PathVariable String number, @RequestBody PinDraft draft) {
        boxes.setPin(number, draft.pin());
    }

    @DeleteMapping(BOX + "/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "unlockVoicemailBox", summary = "Open a box that wrong PINs have locked")
    void unlock(@PathVariable String number) {
        boxes.unlock(number);
    }

    @GetMapping(BOX + "/greeting")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getVoicemailGreeting", summary = "Get the greeting that callers hear",
            description = "A WAV file: 8 kHz, one channel, 16 bits. Not found where the system speaks.")
    @ApiResponse(responseCode = "200", description = "OK",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> greeting(@PathVariable String number) {
        byte[] wav = messages.greeting(boxes.find(number)).orElseThrow(() -> new NotFound("greeting", number));
        return ResponseEntity.ok().contentType(PromptAudioController.WAV).body(new ByteArrayResource(wav));
    }

    @PutMapping(path = BOX + "/greeting", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    @Operation(operationId = "setVoicemailGreeting", summary = "Let callers hear a sound file as greeting",
            description = "A form with `file`: WAV, MP3, Ogg Vorbis or Opus, FLAC; up to 2 minutes.")
    VoicemailBoxReply setGreeting(@PathVariable String number, @RequestParam(required = false) MultipartFile file) {
        VoicemailBox box = boxes.find(number);
        messages.putGreeting(box, sounds.of(Uploads.required(file)));
        return reply(box);
    }

    // Whatever is no form brings no file.
    @Hidden
    @PutMapping(path = BOX + "/greeting", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(ADMIN)
    VoicemailBoxReply setGreetingToNothing(@PathVariable String number) {
        return setGreeting(number, null);
    }

    @DeleteMapping(BOX + "/greeting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteVoicemailGreeting", summary = "Let the system speak the greeting")
    void deleteGreeting(@PathVariable String number) {
        messages.deleteGreeting(boxes.find(number));
    }

    private VoicemailBoxReply reply(VoicemailBox box) {
        return VoicemailBoxReply.of(box, messages.use(List.of(box)).get(box.id()));
    }
}
