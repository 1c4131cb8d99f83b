package org.switchboard.telephony.recording;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the sound of talks is.
 *
 * @param raw  where Asterisk writes while they are on ({@code <astspooldir>/monitor})
 * @param kept where it is kept afterwards
 */
public record RecordingFolders(Path raw, Path kept) {

    /** Checks that nothing is missing. */
    public RecordingFolders {
        Objects.requireNonNull(raw);
        Objects.requireNonNull(kept);
    }
}
