package org.switchboard.web.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.recording.Recording;
import org.switchboard.telephony.recording.RecordingPlay;
import org.switchboard.telephony.recording.RecordingService;

/** Hands the sound of a recording out, to pages and programs alike, and has it noted. Spring cuts out the parts that players ask for (RFC 9110 section 14). */
@Component
public final class RecordingSound {

    /** Media type of recordings (RFC 9639 section 11). */
    public static final MediaType FLAC = MediaType.parseMediaType("audio/flac");

    private final RecordingService recordings;
    private final Clock clock;

    /**
     * Wires the component.
     *
     * @param recordings the recordings
     * @param clock      what time it is
     */
    public RecordingSound(RecordingService recordings, Clock clock) {
        this.recordings = recordings;
        this.clock = clock;
    }

    /**
     * Answers with the sound.
     *
     * @param recording which
     * @param actor     who gets it
     * @param kind      for what
     * @param request   which part is asked for, and from where
     * @return an answer to which headers can be added
     */
    public ResponseEntity<Resource> answer(Recording recording, String actor, RecordingPlay.Kind kind, HttpServletRequest request) {
        String range = request.getHeader(HttpHeaders.RANGE);
        var play = new RecordingPlay(actor, clock.instant(), kind, request.getRemoteAddr());
        var file = recordings.sound(recording, play, range == null || range.startsWith("bytes=0-"));
        return ResponseEntity.ok().contentType(FLAC).header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(new FileSystemResource(file));
    }
}
