package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.recording.RecordingPlay;
import org.switchboard.telephony.recording.RecordingService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.recording.RecordingSound;

/** {@code /calls/{id}/recordings} and {@code /recordings}: what was recorded. */
@RestController
@Tag(name = "Recordings", description = "Recordings of talks. One is there a few seconds after the recorded phone has hung up.")
final class RecordingApi {

    private static final String RECORDING = "/api/v1/recordings/{id}";

    private final CallHistory calls;
    private final RecordingService recordings;
    private final RecordingSound sound;

    RecordingApi(CallHistory calls, RecordingService recordings, RecordingSound sound) {
        this.calls = calls;
        this.recordings = recordings;
        this.sound = sound;
    }

    @GetMapping(path = "/api/v1/calls/{id}/recordings", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listRecordings", summary = "List the recordings of a call", description = "In order of time; there is one page.")
    ListReply<RecordingReply> list(@PathVariable UUID id) {
        PastCall call = calls.find(id).orElseThrow(() -> new NotFound("call", id.toString()));
        return new ListReply<>(recordings.ofCall(id).stream().map(one -> RecordingReply.of(one, call)).toList(), null);
    }

    @GetMapping(RECORDING + "/audio")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getRecordingAudio", summary = "Get a recording's sound",
            description = """
                    A FLAC file: 8 kHz, 16 bits, the company's side left and the other's right. Ranges of bytes can be asked for (RFC 9110). \
                    That it was fetched is noted, see `listRecordingPlays`.""")
    @ApiResponse(responseCode = "200", description = "OK",
            content = @Content(mediaType = "audio/flac", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> audio(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
                                   HttpServletRequest request) {
        return sound.answer(recordings.find(id), caller.getName(), RecordingPlay.Kind.API, request);
    }

    @GetMapping(path = RECORDING + "/plays", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listRecordingPlays", summary = "List who heard a recording", description = "The last 100, newest first.")
    ListReply<RecordingPlayReply> plays(@PathVariable UUID id) {
        return new ListReply<>(recordings.plays(recordings.find(id).id()).stream().map(RecordingPlayReply::of).toList(), null);
    }

    @DeleteMapping(RECORDING)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteRecording", summary = "Delete a recording for good")
    void delete(@PathVariable UUID id) {
        recordings.delete(id);
    }
}
