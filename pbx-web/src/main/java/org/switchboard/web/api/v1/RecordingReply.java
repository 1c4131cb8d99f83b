package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.recording.Recording;
import org.switchboard.telephony.recording.RecordingReason;

/**
 * A recording as the API shows it.
 *
 * @param id        its id
 * @param callId    the call
 * @param startedAt when the talk began
 * @param seconds   how long it plays
 * @param bytes     size of its file
 * @param reason    why it was made
 * @param queueId   the queue for which it was made; null for none
 * @param queue     what that is called; null for none, or when the queue is gone
 * @param extension number of the extension for which it was made; null for none
 * @param keptUntil when it will be deleted, as the rules are today; null for never
 * @param plays     how often somebody played or fetched it
 * @param pauses    when it was paused
 */
@Schema(name = "Recording")
record RecordingReply(UUID id, UUID callId, Instant startedAt, double seconds, long bytes, RecordingReason reason,
                      @Schema(types = {"string", "null"}, format = "uuid") UUID queueId, @Schema(types = {"string", "null"}) String queue,
                      @Schema(types = {"string", "null"}) String extension,
                      @Schema(types = {"string", "null"}, format = "date-time") Instant keptUntil, int plays, List<Pause> pauses) {

    private static final String KIND = "recording";

    /**
     * A stretch of silence that somebody wanted.
     *
     * @param from when it began
     * @param to   when it ended
     */
    @Schema(name = "RecordingPause")
    record Pause(Instant from, Instant to) {
    }

    /** Copies the pauses. */
    RecordingReply {
        pauses = List.copyOf(pauses);
    }

    /**
     * Shows a recording.
     *
     * @param recording the recording
     * @param call      its call, whose steps tell of pauses
     */
    static RecordingReply of(Recording recording, PastCall call) {
        return new RecordingReply(recording.id(), recording.callId(), recording.startedAt(), recording.length().toMillis() / 1000.0, recording.bytes(),
                recording.reason(), recording.queueId(), recording.queueName(), recording.extension(), recording.keptUntil(), recording.plays(),
                pauses(recording, call));
    }

    private static List<Pause> pauses(Recording recording, PastCall call) {
        Instant end = recording.startedAt().plus(recording.length());
        List<Pause> pauses = new ArrayList<>();
        Instant since = null;
        for (var step : call.steps()) {
            if (step.kind().equals(KIND) && step.rule().equals("recording.pause")) {
                since = step.at();
            } else if (step.kind().equals(KIND) && since != null) {
                add(pauses, since, step.at(), recording.startedAt(), end);
                since = null;
            }
        }
        if (since != null) {
            add(pauses, since, end, recording.startedAt(), end);
        }
        return pauses;
    }

    private static void add(List<Pause> pauses, Instant from, Instant to, Instant begin, Instant end) {
        Instant first = from.isBefore(begin) ? begin : from;
        Instant last = to.isAfter(end) ? end : to;
        if (Duration.between(first, last).isPositive()) {
            pauses.add(new Pause(first, last));
        }
    }
}
