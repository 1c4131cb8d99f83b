package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One of Asterisk's channel events, as {@code cel_custom.conf} has them written.
 *
 * @param type     what happened
 * @param at       when, to the microsecond
 * @param uniqueId the channel
 * @param linkedId the call: unique id of its first channel
 * @param tenantId the company; null where the channel has none (calls of the bench, helper channels)
 * @param channel  the channel's name, {@code PJSIP/<SIP user name>-<number>}
 * @param number   number of the one at this channel; may be empty
 * @param name     name of the one at this channel; may be empty
 * @param exten    the dialplan's extension, which on the caller's first event is what was dialled
 * @param context  the dialplan's context
 * @param peers    names of the other channels in the same bridge; may be empty
 * @param extra    what came with the event (hang-up cause, bridge, target of a transfer), flat; may be empty
 * @param userType name of an event of the dialplan's own; may be empty
 */
public record ChannelEvent(ChannelEventType type, Instant at, String uniqueId, String linkedId, UUID tenantId, String channel,
                           String number, String name, String exten, String context, List<String> peers,
                           Map<String, String> extra, String userType) implements CallEvent {

    private static final String DEVICE_TECHNOLOGY = "PJSIP/";

    /** Keeps unchangeable copies of the peers and the extra values. */
    public ChannelEvent {
        peers = List.copyOf(peers);
        extra = Map.copyOf(extra);
    }

    /**
     * Whether the channel is a phone's (or a trunk's), and not one of Asterisk's helpers such as {@code Local/}.
     *
     * @return true when it is a leg of the call
     */
    public boolean isLeg() {
        return channel.startsWith(DEVICE_TECHNOLOGY);
    }
}
