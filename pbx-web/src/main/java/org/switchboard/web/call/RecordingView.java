package org.switchboard.web.call;

import java.util.List;
import org.switchboard.telephony.recording.Recording;
import org.switchboard.telephony.recording.RecordingPlay;

/**
 * A recording as a page shows it.
 *
 * @param recording the recording
 * @param picture   what it looks like
 * @param plays     who heard it; null for a viewer who does not see that
 */
public record RecordingView(Recording recording, Waveform picture, List<RecordingPlay> plays) {
}
