package org.switchboard.telephony.ari;

import java.util.Objects;

/**
 * Sound that is or was played (model {@code Playback}).
 *
 * @param id        the id that we gave it
 * @param targetUri to what it is played, such as {@code channel:1700000000.1}
 * @param state     {@code queued}, {@code playing}, {@code continuing}, {@code done} or {@code failed}
 */
public record AriPlayback(String id, String targetUri, String state) {

    /** Fills what Asterisk left out. */
    public AriPlayback {
        Objects.requireNonNull(id);
        targetUri = Objects.requireNonNullElse(targetUri, "");
        state = Objects.requireNonNullElse(state, "");
    }

    /**
     * The channel that it is played to.
     *
     * @return its id, empty when it is played to something else
     */
    public String channelId() {
        return TargetUri.channelId(targetUri);
    }
}
