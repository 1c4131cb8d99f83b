package org.switchboard.web.call;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.recording.Recording;
import org.switchboard.telephony.recording.RecordingService;
import org.switchboard.telephony.recording.RecordingSettingsService;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/**
 * Which recordings somebody may hear: an admin all; a supervisor those of the queues that he supervises, or all when that is not
 * narrowed; an ordinary user those of own calls, where the company allows it.
 */
@Component
public final class RecordingAccess {

    private final RecordingService recordings;
    private final RecordingSettingsService settings;
    private final CallViewer calls;

    /**
     * Wires the component.
     *
     * @param recordings the recordings
     * @param settings   whether people hear their own calls
     * @param calls      which calls are their own
     */
    public RecordingAccess(RecordingService recordings, RecordingSettingsService settings, CallViewer calls) {
        this.recordings = recordings;
        this.settings = settings;
        this.calls = calls;
    }

    /**
     * The recordings of a call that the viewer may see.
     *
     * @param viewer who looks
     * @param callId the call
     * @return those that he may hear, in order of time
     */
    public List<Recording> ofCall(SignedInUser viewer, UUID callId) {
        return switch (viewer.role()) {
            case ADMIN -> recordings.ofCall(callId);
            case SUPERVISOR -> {
                Set<UUID> queues = recordings.supervised(viewer.id());
                yield recordings.ofCall(callId).stream().filter(one -> queues.isEmpty() || queues.contains(one.queueId())).toList();
            }
            case USER -> settings.find().ownCalls() ? recordings.ofCall(callId) : List.of();
            case OPERATOR -> List.of();
        };
    }

    /**
     * Which of some calls that the viewer may see have recordings that he may hear.
     *
     * @param viewer  who looks
     * @param callIds the calls
     * @return their ids
     */
    public Set<UUID> recorded(SignedInUser viewer, Collection<UUID> callIds) {
        return switch (viewer.role()) {
            case ADMIN -> recordings.recorded(callIds, null);
            case SUPERVISOR -> {
                Set<UUID> queues = recordings.supervised(viewer.id());
                yield recordings.recorded(callIds, queues.isEmpty() ? null : queues);
            }
            case USER -> settings.find().ownCalls() ? recordings.recorded(callIds, null) : Set.of();
            case OPERATOR -> Set.of();
        };
    }

    /**
     * Finds a recording.
     *
     * @param viewer who wants to hear it
     * @param id     which
     * @return the recording
     * @throws NotFound when there is none that he may hear
     */
    public Recording find(SignedInUser viewer, UUID id) {
        Recording found = recordings.find(id);
        boolean may = switch (viewer.role()) {
            case ADMIN -> true;
            case SUPERVISOR -> {
                Set<UUID> queues = recordings.supervised(viewer.id());
                yield queues.isEmpty() || queues.contains(found.queueId());
            }
            case USER -> settings.find().ownCalls() && calls.find(viewer, found.callId()) != null;
            case OPERATOR -> false;
        };
        if (!may) {
            throw new NotFound("recording", id.toString());
        }
        return found;
    }

    /**
     * Whether somebody sees who heard recordings.
     *
     * @param viewer who looks
     * @return false for ordinary users
     */
    public static boolean seesPlays(SignedInUser viewer) {
        return viewer.role() != Role.USER;
    }
}
