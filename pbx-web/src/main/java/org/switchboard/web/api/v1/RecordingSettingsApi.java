package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.recording.RecordingSettingsDraft;
import org.switchboard.telephony.recording.RecordingSettingsService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Patch;

/** {@code /recording-settings}: what a company has decided about its recordings. */
@RestController
@RequestMapping(path = "/api/v1/recording-settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recordings")
final class RecordingSettingsApi {

    private final RecordingSettingsService settings;

    RecordingSettingsApi(RecordingSettingsService settings) {
        this.settings = settings;
    }

    @GetMapping
    @AllowedTo(ADMIN)
    @Operation(operationId = "getRecordingSettings", summary = "Get what is told, how long recordings are kept, and who hears them")
    RecordingSettingsReply get() {
        return RecordingSettingsReply.of(settings.find());
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeRecordingSettings", summary = "Change what is told, how long recordings are kept, and who hears them",
            description = """
                    `keepDays` null keeps for ever; `queues` names the queues with another time, and replaces the list. A shorter time deletes \
                    older recordings within minutes.""")
    RecordingSettingsReply change(Patch<RecordingSettingsDraft> patch) {
        return RecordingSettingsReply.of(settings.update(patch::apply));
    }
}
