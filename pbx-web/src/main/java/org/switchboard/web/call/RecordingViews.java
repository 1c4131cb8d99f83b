package org.switchboard.web.call;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.recording.RecordingService;
import org.switchboard.web.security.SignedInUser;

/** Makes what a call's page shows of its recordings. */
@Component
public final class RecordingViews {

    private final RecordingAccess access;
    private final RecordingService recordings;

    /**
     * Wires the component.
     *
     * @param access     who may hear what
     * @param recordings who heard what
     */
    public RecordingViews(RecordingAccess access, RecordingService recordings) {
        this.access = access;
        this.recordings = recordings;
    }

    /**
     * The recordings of a call that the viewer may see.
     *
     * @param viewer who looks
     * @param callId the call
     * @return those that he may hear, in order of time
     */
    public List<RecordingView> ofCall(SignedInUser viewer, UUID callId) {
        return access.ofCall(viewer, callId).stream().map(one -> new RecordingView(one, Waveform.of(one.peaks()),
                RecordingAccess.seesPlays(viewer) ? recordings.plays(one.id()) : null)).toList();
    }
}
