package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.live.Subscription;

/** An agent, as the floor's thread knows him. */
final class Seat {

    private static final Subscription NONE = () -> { };

    private final UUID agentId;
    private UUID extensionId;
    private Set<String> devices = Set.of();
    private Instant signedInSince;
    private Instant pausedSince;
    private UUID reasonId;
    private AgentStatus status = AgentStatus.SIGNED_OUT;
    private Instant since = Instant.EPOCH;
    private Instant until;
    private Offer offer;
    private Talk talk;
    private Instant wrapUpSince;
    private UUID wrapUpQueue;
    private boolean otherCall;
    private boolean reachable = true;
    private Subscription watch = NONE;

    Seat(UUID agentId) {
        this.agentId = agentId;
    }

    UUID agentId() {
        return agentId;
    }

    /** Where he is signed in; null when signed out. One who signed out and still talks keeps it until the talk is over. */
    UUID extensionId() {
        return extensionId;
    }

    /** SIP user names of the devices that ring for him. */
    Set<String> devices() {
        return devices;
    }

    void at(UUID extension, Set<String> devicesThere, Subscription watching) {
        watch.close();
        extensionId = extension;
        devices = devicesThere;
        watch = watching == null ? NONE : watching;
    }

    boolean isSignedIn() {
        return signedInSince != null;
    }

    Instant signedInSince() {
        return signedInSince;
    }

    void signedInSince(Instant at) {
        signedInSince = at;
    }

    Instant pausedSince() {
        return pausedSince;
    }

    UUID reasonId() {
        return reasonId;
    }

    void paused(Instant at, UUID reason) {
        pausedSince = at;
        reasonId = reason;
    }

    AgentStatus status() {
        return status;
    }

    Instant since() {
        return since;
    }

    Instant until() {
        return until;
    }

    void is(AgentStatus now, Instant at, Instant end) {
        status = now;
        since = at;
        until = end;
    }

    Offer offer() {
        return offer;
    }

    void offer(Offer now) {
        offer = now;
    }

    Talk talk() {
        return talk;
    }

    void talk(Talk now) {
        talk = now;
    }

    /** A talk ended: from here on until he is ready, be it at once, he wraps up. */
    void wrapsUp(Instant at, UUID queueId) {
        wrapUpSince = at;
        wrapUpQueue = queueId;
    }

    /** Since when he wraps up; null when he does not. */
    Instant wrapUpSince() {
        return wrapUpSince;
    }

    UUID wrapUpQueue() {
        return wrapUpQueue;
    }

    /** Takes in whether the phone is on another call; true when that is news. */
    boolean otherCall(boolean now) {
        var news = otherCall != now;
        otherCall = now;
        return news;
    }

    /** Takes in whether the phone can be reached; true when that is news. */
    boolean reachable(boolean now) {
        var news = reachable != now;
        reachable = now;
        return news;
    }
}
