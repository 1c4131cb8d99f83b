package org.switchboard.telephony.ari;

import java.util.List;
import java.util.Objects;

/**
 * A bridge as Asterisk describes it (model {@code Bridge}).
 *
 * @param id         unique id
 * @param technology how it mixes, such as {@code simple_bridge}
 * @param channels   ids of the channels in it
 */
public record AriBridge(String id, String technology, List<String> channels) {

    /** Fills what Asterisk left out. */
    public AriBridge {
        Objects.requireNonNull(id);
        technology = Objects.requireNonNullElse(technology, "");
        channels = channels == null ? List.of() : List.copyOf(channels);
    }
}
