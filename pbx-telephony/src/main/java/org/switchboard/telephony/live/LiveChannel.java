package org.switchboard.telephony.live;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.ari.AriChannel;

/**
 * What is known of a phone's channel.
 *
 * @param snapshot   as Asterisk last described it
 * @param linkedId   the call it belongs to
 * @param tenantId   the company
 * @param dialled    what it dialled, when the call began with it; empty otherwise
 * @param answeredAt when it was seen to answer; null when it was not
 * @param bridge     the bridge it is in; empty for none
 * @param holding    whether it has put the other on hold
 */
record LiveChannel(AriChannel snapshot, String linkedId, UUID tenantId, String dialled, Instant answeredAt, String bridge, boolean holding) {

    private static final String UP = "Up";
    /** Comes with every channel when {@code channelvars} of ari.conf asks for it; without it, who dials whom tells the call. */
    private static final String LINKED_ID = "CHANNEL(linkedid)";

    /**
     * Begins to follow a channel.
     *
     * @param snapshot as Asterisk describes it
     * @return the channel; empty for one that is no tenant's phone
     */
    static Optional<LiveChannel> of(AriChannel snapshot) {
        if (snapshot.endpoint().isEmpty()) {
            return Optional.empty();
        }
        return tenant(snapshot).map(tenantId -> {
            String linkedId = linkedId(snapshot, snapshot.id());
            String dialled = linkedId.equals(snapshot.id()) ? snapshot.dialplan().exten() : "";
            return new LiveChannel(snapshot, linkedId, tenantId, dialled, null, "", false);
        });
    }

    private static Optional<UUID> tenant(AriChannel snapshot) {
        try {
            return Optional.of(UUID.fromString(snapshot.tenantid()));
        } catch (IllegalArgumentException notATenant) {
            return Optional.empty();
        }
    }

    private static String linkedId(AriChannel snapshot, String otherwise) {
        String linkedId = snapshot.variable(LINKED_ID);
        return linkedId.isEmpty() ? otherwise : linkedId;
    }

    /**
     * The same after a newer description.
     *
     * @param newer the description
     * @param at    when
     * @return the channel as it is now
     */
    LiveChannel seen(AriChannel newer, Instant at) {
        Instant answer = answeredAt == null && isUp(newer) && !isUp(snapshot) ? at : answeredAt;
        return new LiveChannel(newer, linkedId(newer, linkedId), tenantId, dialled, answer, bridge, holding);
    }

    /**
     * The same in a bridge.
     *
     * @param id the bridge; empty for none
     * @return the channel
     */
    LiveChannel in(String id) {
        return new LiveChannel(snapshot, linkedId, tenantId, dialled, answeredAt, id, holding && !id.isEmpty());
    }

    /**
     * The same with or without hold.
     *
     * @param on whether it holds the other
     * @return the channel
     */
    LiveChannel withHold(boolean on) {
        return new LiveChannel(snapshot, linkedId, tenantId, dialled, answeredAt, bridge, on);
    }

    /**
     * The same as a phone that another channel calls, where the description does not tell which call that is.
     *
     * @param caller the one that calls
     * @return the channel, in the caller's call
     */
    LiveChannel calledBy(LiveChannel caller) {
        return snapshot.variable(LINKED_ID).isEmpty()
                ? new LiveChannel(snapshot, caller.linkedId(), tenantId, "", answeredAt, bridge, holding)
                : this;
    }

    boolean isUp() {
        return isUp(snapshot);
    }

    boolean isRinging() {
        return "Ringing".equals(snapshot.state());
    }

    boolean isOrigin() {
        return snapshot.id().equals(linkedId);
    }

    private static boolean isUp(AriChannel channel) {
        return UP.equals(channel.state());
    }
}
