package org.switchboard.local.phone;

import java.time.Instant;

/**
 * A call as one phone sees it.
 *
 * @param id SIP Call-ID
 * @param outgoing whether this phone made it
 * @param state where it stands
 * @param peerUri the other end's SIP URI
 * @param peerName the other end's display name, or empty
 * @param startedAt when the phone first spoke of it
 * @param answeredAt null before it was answered
 * @param closedAt null before it ended
 * @param closeReason what the phone says about the end, such as {@code 486 Busy Here}; empty before
 */
public record PhoneCall(String id, boolean outgoing, State state, String peerUri, String peerName, Instant startedAt,
                        Instant answeredAt, Instant closedAt, String closeReason) {

    /** Where a call stands. */
    public enum State {
        /** Made or offered, and nothing heard yet. */
        NEW,
        /** The called phone rings. */
        RINGING,
        /** Sound before the answer (183 with SDP). */
        EARLY,
        /** Answered. */
        TALKING,
        /** Over. */
        CLOSED
    }

    static PhoneCall of(PhoneEvent event) {
        return new PhoneCall(event.callId(), event.outgoing(), State.NEW, event.peerUri(), event.peerName(), event.at(),
                null, null, "").after(event);
    }

    PhoneCall after(PhoneEvent event) {
        return switch (event.type()) {
            case "CALL_INCOMING", "CALL_RINGING" -> in(state == State.NEW ? State.RINGING : state);
            case "CALL_PROGRESS" -> in(state == State.TALKING || state == State.CLOSED ? state : State.EARLY);
            case "CALL_ESTABLISHED" -> new PhoneCall(id, outgoing, State.TALKING, peerUri, peerName, startedAt,
                    event.at(), closedAt, closeReason);
            case "CALL_CLOSED" -> new PhoneCall(id, outgoing, State.CLOSED, peerUri, peerName, startedAt, answeredAt,
                    event.at(), event.parameter());
            default -> this;
        };
    }

    /** Whether it has not ended. */
    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** User part of the other end's URI: the number that the phone shows. */
    public String peerNumber() {
        String withoutScheme = peerUri.substring(peerUri.indexOf(':') + 1);
        int at = withoutScheme.indexOf('@');
        return at < 0 ? withoutScheme : withoutScheme.substring(0, at);
    }

    private PhoneCall in(State next) {
        return new PhoneCall(id, outgoing, next, peerUri, peerName, startedAt, answeredAt, closedAt, closeReason);
    }
}
