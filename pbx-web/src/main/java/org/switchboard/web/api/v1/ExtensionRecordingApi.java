package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.extension.RecordPolicy;
import org.switchboard.telephony.recording.RecordingSettingsService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Patch;

/** {@code /extensions/{number}/recording}: which talks of an extension are recorded. */
@RestController
@RequestMapping(path = "/api/v1/extensions/{number}/recording", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Extensions")
final class ExtensionRecordingApi {

    private final RecordingSettingsService settings;

    ExtensionRecordingApi(RecordingSettingsService settings) {
        this.settings = settings;
    }

    /**
     * Which talks of an extension are recorded by themselves.
     *
     * @param record never, outside (with people outside the company) or always
     */
    @Schema(name = "ExtensionRecording")
    record Policy(RecordPolicy record) {
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getExtensionRecording", summary = "Get which talks of an extension are recorded")
    Policy get(@PathVariable String number) {
        return new Policy(settings.policy(number));
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeExtensionRecording", summary = "Record talks of an extension, or no longer",
            description = "Holds from the next call on. Talks for a queue are recorded as the queue says.")
    Policy change(@PathVariable String number, Patch<Policy> patch) {
        return new Policy(settings.setPolicy(number, patch.apply(new Policy(settings.policy(number))).record()));
    }
}
