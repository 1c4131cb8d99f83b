package org.switchboard.telephony.ari;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * An endpoint as Asterisk describes it (model {@code Endpoint}).
 *
 * @param technology such as {@code PJSIP}
 * @param resource   the endpoint's id: for a device its SIP user name
 * @param state      {@code online}, {@code offline} or {@code unknown}; empty in events that do not tell
 * @param channelIds ids of its channels
 */
public record AriEndpoint(String technology, String resource, String state,
                          @JsonProperty("channel_ids") List<String> channelIds) {

    /** Fills what Asterisk left out. */
    public AriEndpoint {
        technology = Objects.requireNonNullElse(technology, "");
        resource = Objects.requireNonNullElse(resource, "");
        state = Objects.requireNonNullElse(state, "");
        channelIds = channelIds == null ? List.of() : List.copyOf(channelIds);
    }
}
