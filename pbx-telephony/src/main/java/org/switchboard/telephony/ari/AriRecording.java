package org.switchboard.telephony.ari;

import java.util.Objects;

/**
 * A recording under way or just ended (model {@code LiveRecording}).
 *
 * @param name      the name that we gave it: its path below Asterisk's recording directory, without the format's ending
 * @param format    file format, such as {@code wav16}
 * @param targetUri what is recorded, such as {@code channel:1700000000.1}
 * @param state     {@code queued}, {@code recording}, {@code done}, {@code failed}, {@code canceled} …
 * @param duration  seconds, known at the end
 */
public record AriRecording(String name, String format, String targetUri, String state, int duration) {

    /** Fills what Asterisk left out. */
    public AriRecording {
        Objects.requireNonNull(name);
        format = Objects.requireNonNullElse(format, "");
        targetUri = Objects.requireNonNullElse(targetUri, "");
        state = Objects.requireNonNullElse(state, "");
    }

    /**
     * The channel that is recorded.
     *
     * @return its id, empty when something else is recorded
     */
    public String channelId() {
        return TargetUri.channelId(targetUri);
    }
}
