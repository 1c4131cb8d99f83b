package org.switchboard.telephony.ari;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened in Asterisk. Fields are named as in ARI's event models; a field that an event leaves out is
 * null for things and empty for texts where the record says so. {@code timestamp} is Asterisk's clock, to the millisecond.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type", visible = true,
              defaultImpl = AriEvent.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(AriEvent.StasisStart.class), @JsonSubTypes.Type(AriEvent.StasisEnd.class),
    @JsonSubTypes.Type(AriEvent.ApplicationReplaced.class), @JsonSubTypes.Type(AriEvent.ChannelCreated.class),
    @JsonSubTypes.Type(AriEvent.ChannelDestroyed.class), @JsonSubTypes.Type(AriEvent.ChannelStateChange.class),
    @JsonSubTypes.Type(AriEvent.ChannelHangupRequest.class), @JsonSubTypes.Type(AriEvent.ChannelDtmfReceived.class),
    @JsonSubTypes.Type(AriEvent.ChannelCallerId.class), @JsonSubTypes.Type(AriEvent.ChannelConnectedLine.class),
    @JsonSubTypes.Type(AriEvent.ChannelHold.class), @JsonSubTypes.Type(AriEvent.ChannelUnhold.class),
    @JsonSubTypes.Type(AriEvent.ChannelEnteredBridge.class), @JsonSubTypes.Type(AriEvent.ChannelLeftBridge.class),
    @JsonSubTypes.Type(AriEvent.BridgeCreated.class), @JsonSubTypes.Type(AriEvent.BridgeDestroyed.class),
    @JsonSubTypes.Type(AriEvent.BridgeBlindTransfer.class), @JsonSubTypes.Type(AriEvent.BridgeAttendedTransfer.class),
    @JsonSubTypes.Type(AriEvent.Dial.class), @JsonSubTypes.Type(AriEvent.EndpointStateChange.class),
    @JsonSubTypes.Type(AriEvent.PeerStatusChange.class), @JsonSubTypes.Type(AriEvent.ContactStatusChange.class),
    @JsonSubTypes.Type(AriEvent.PlaybackStarted.class), @JsonSubTypes.Type(AriEvent.PlaybackFinished.class),
    @JsonSubTypes.Type(AriEvent.RecordingFinished.class), @JsonSubTypes.Type(AriEvent.RecordingFailed.class),
    @JsonSubTypes.Type(AriEvent.ChannelUserevent.class),
})
public sealed interface AriEvent {

    /**
     * When it happened, by Asterisk's clock.
     *
     * @return null when the event did not tell
     */
    Instant timestamp();

    /**
     * A channel came into an application.
     *
     * @param args the arguments after the application's name in {@code Stasis(app,…)}
     */
    record StasisStart(Instant timestamp, String application, List<String> args, AriChannel channel) implements AriEvent {
        /** Fills what Asterisk left out. */
        public StasisStart {
            args = args == null ? List.of() : List.copyOf(args);
        }
    }

    /** A channel left an application; it need not have hung up. */
    record StasisEnd(Instant timestamp, String application, AriChannel channel) implements AriEvent {
    }

    /** Another connection has taken this application over. */
    record ApplicationReplaced(Instant timestamp, String application) implements AriEvent {
    }

    /** A channel was made. */
    record ChannelCreated(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /**
     * A channel is gone.
     *
     * @param cause    Q.850 cause
     * @param causeTxt the same in words
     */
    record ChannelDestroyed(Instant timestamp, int cause, String causeTxt, AriChannel channel) implements AriEvent {
    }

    /** A channel's {@code state} changed. */
    record ChannelStateChange(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /** Somebody asked for a channel to hang up. */
    record ChannelHangupRequest(Instant timestamp, int cause, boolean soft, AriChannel channel) implements AriEvent {
    }

    /** A key was pressed and released. */
    record ChannelDtmfReceived(Instant timestamp, String digit, int durationMs, AriChannel channel) implements AriEvent {
    }

    /** Sound began to be heard. */
    record PlaybackStarted(Instant timestamp, AriPlayback playback) implements AriEvent {
    }

    /** Sound came to its end, was stopped, or could not be played. */
    record PlaybackFinished(Instant timestamp, AriPlayback playback) implements AriEvent {
    }

    /** A recording came to its end, with a file. */
    record RecordingFinished(Instant timestamp, AriRecording recording) implements AriEvent {
    }

    /** A recording came to nothing. */
    record RecordingFailed(Instant timestamp, AriRecording recording) implements AriEvent {
    }

    /**
     * The dialplan told something ({@code UserEvent}).
     *
     * @param eventname what it is called
     * @param channel   the channel whose dialplan told it; may be null
     * @param userevent what it said, by name
     */
    record ChannelUserevent(Instant timestamp, String eventname, AriChannel channel, Map<String, Object> userevent) implements AriEvent {

        /**
         * One thing that it said.
         *
         * @param name its name
         * @return empty when it did not
         */
        public String userevent(String name) {
            return userevent != null && userevent.get(name) instanceof String text ? text : "";
        }
    }

    /** A channel's own number or name changed. */
    record ChannelCallerId(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /** What a channel knows of its other end changed. */
    record ChannelConnectedLine(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /** A channel put its other end on hold. */
    record ChannelHold(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /** A channel took its other end back from hold. */
    record ChannelUnhold(Instant timestamp, AriChannel channel) implements AriEvent {
    }

    /** A channel joined a bridge. */
    record ChannelEnteredBridge(Instant timestamp, AriBridge bridge, AriChannel channel) implements AriEvent {
    }

    /** A channel left a bridge. */
    record ChannelLeftBridge(Instant timestamp, AriBridge bridge, AriChannel channel) implements AriEvent {
    }

    /** A bridge was made. */
    record BridgeCreated(Instant timestamp, AriBridge bridge) implements AriEvent {
    }

    /** A bridge is gone. */
    record BridgeDestroyed(Instant timestamp, AriBridge bridge) implements AriEvent {
    }

    /**
     * A phone transferred its call without asking the target first.
     *
     * @param channel    who transferred
     * @param transferee who was transferred; may be null
     * @param exten      whereto
     * @param result     {@code Success} or why not
     */
    record BridgeBlindTransfer(Instant timestamp, AriChannel channel, AriChannel transferee, String exten, String context,
                               String result) implements AriEvent {
    }

    /** A phone joined its two calls. */
    record BridgeAttendedTransfer(Instant timestamp, AriChannel transfererFirstLeg, AriChannel transfererSecondLeg,
                                  AriChannel transferee, AriChannel transferTarget, String destinationType,
                                  String result) implements AriEvent {
    }

    /**
     * A channel is being dialled, or that ended.
     *
     * @param caller     who dials; may be null
     * @param peer       who is dialled
     * @param dialstatus empty at the start, then {@code RINGING}, {@code ANSWER}, {@code BUSY}, {@code NOANSWER}, {@code CANCEL} …
     */
    record Dial(Instant timestamp, AriChannel caller, AriChannel peer, String dialstatus) implements AriEvent {
    }

    /** An endpoint became reachable or not. */
    record EndpointStateChange(Instant timestamp, AriEndpoint endpoint) implements AriEvent {
    }

    /**
     * An endpoint's registration changed.
     *
     * @param peer its {@code peer_status}: {@code Registered}, {@code Unregistered}, {@code Reachable} …
     */
    record PeerStatusChange(Instant timestamp, AriEndpoint endpoint, Peer peer) implements AriEvent {
    }

    /** One contact of an endpoint changed. */
    record ContactStatusChange(Instant timestamp, AriEndpoint endpoint, ContactInfo contactInfo) implements AriEvent {
    }

    /**
     * An event that this version has no use for.
     *
     * @param type ARI's name of it, when known
     */
    record Unknown(Instant timestamp, String type) implements AriEvent {
    }

    /** Model {@code Peer}. */
    record Peer(String peerStatus, String cause) {
    }

    /** Model {@code ContactInfo}. */
    record ContactInfo(String uri, String contactStatus, String aor) {
    }
}
