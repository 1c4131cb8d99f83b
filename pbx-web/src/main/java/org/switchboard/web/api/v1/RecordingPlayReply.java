package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.switchboard.telephony.recording.RecordingPlay;

/**
 * Somebody got to hear a recording.
 *
 * @param actor    e-mail address, or {@code token:} and its name
 * @param playedAt when
 * @param kind     how
 * @param address  network address that it was asked from
 */
@Schema(name = "RecordingPlay")
record RecordingPlayReply(String actor, Instant playedAt, RecordingPlay.Kind kind, String address) {

    /** Shows a play. */
    static RecordingPlayReply of(RecordingPlay play) {
        return new RecordingPlayReply(play.actor(), play.playedAt(), play.kind(), play.address());
    }
}
