package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.recording.LiveRecordings;
import org.switchboard.telephony.recording.RecordingAction;
import org.switchboard.telephony.recording.RecordingState;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;

/** {@code /live/calls/{id}/recording}: the recording of a talk that is on. */
@RestController
@RequestMapping(path = "/api/v1/live/calls/{id}/recording", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Live calls")
final class LiveRecordingApi {

    private final LiveCalls calls;
    private final LiveRecordings recordings;

    LiveRecordingApi(LiveCalls calls, LiveRecordings recordings) {
        this.calls = calls;
        this.recordings = recordings;
    }

    /**
     * What shall be done.
     *
     * @param action start, pause, resume or stop
     */
    @Schema(name = "RecordingCommand")
    record Command(RecordingAction action) {
    }

    /**
     * What a recording does.
     *
     * @param state off, on or paused
     */
    @Schema(name = "LiveRecording")
    record Reply(RecordingState state) {
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getLiveRecording", summary = "Get whether a talk is being recorded")
    Reply get(@PathVariable UUID id, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        return new Reply(recordings.state(caller.tenantId(), known(id, caller)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "steerLiveRecording", summary = "Start, pause, resume or stop the recording of a talk",
            description = "While it is paused the recording goes on with silence. What was recorded before a stop is kept.")
    Reply perform(@PathVariable UUID id, @RequestBody Command command, @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        known(id, caller);
        if (command.action() == null) {
            throw new InvalidInput("action", "invalid.recording.action");
        }
        return new Reply(recordings.perform(caller.tenantId(), id, command.action(), caller.getName()));
    }

    private UUID known(UUID id, ApiCaller caller) {
        if (calls.of(caller.tenantId()).stream().noneMatch(call -> call.id().equals(id))) {
            throw new NotFound("call", id.toString());
        }
        return id;
    }
}
