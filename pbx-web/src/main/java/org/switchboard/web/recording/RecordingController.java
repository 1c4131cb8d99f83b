package org.switchboard.web.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.recording.Recording;
import org.switchboard.telephony.recording.RecordingPlay;
import org.switchboard.telephony.recording.RecordingService;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.call.RecordingAccess;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** What the players in the history play, and the end of a recording. */
@PageController
public final class RecordingController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final RecordingAccess access;
    private final RecordingService recordings;
    private final RecordingSound sound;
    private final TenantService tenants;

    RecordingController(RecordingAccess access, RecordingService recordings, RecordingSound sound, TenantService tenants) {
        this.access = access;
        this.recordings = recordings;
        this.sound = sound;
        this.tenants = tenants;
    }

    @GetMapping("/recordings/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download,
                                   @AuthenticationPrincipal SignedInUser me, HttpServletRequest request) {
        Recording recording = access.find(me, id);
        var answer = sound.answer(recording, me.getUsername(), download ? RecordingPlay.Kind.DOWNLOAD : RecordingPlay.Kind.PLAY, request);
        if (!download) {
            return answer;
        }
        String name = "recording-" + MOMENT.format(recording.startedAt().atZone(ZoneId.of(tenants.current().timeZone()))) + ".flac";
        return ResponseEntity.ok().headers(answer.getHeaders())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(answer.getBody());
    }

    @PostMapping("/recordings/{id}/delete")
    String delete(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, RedirectAttributes flash) {
        Recording gone = access.find(me, id);
        recordings.delete(id);
        flash.addFlashAttribute("notice", "recording.deleted");
        return "redirect:/calls/" + gone.callId();
    }
}
