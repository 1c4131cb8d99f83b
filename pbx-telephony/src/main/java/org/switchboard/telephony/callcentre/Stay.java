package org.switchboard.telephony.callcentre;

import org.switchboard.telephony.call.CallPost;

/** A caller's stay in a queue, as the floor's thread knows it. */
final class Stay {

    /** Where the caller is. */
    enum Phase {
        /** In the distribution's hands: waits, or is being offered, or waits to be called back. */
        WAITING,
        /** Talks with an agent. */
        TALKING,
        /** Is there, but no call of ours holds it: another engine's offer rings, or Asterisk could not be reached. */
        OUT_OF_SIGHT
    }

    private final String channel;
    private CallerStay who;
    private CallPost post;
    private Phase phase;
    private Offer offer;
    private Talk talk;
    private Leaving leaving;
    private boolean callback;
    private boolean asking;

    /**
     * How somebody is shown out.
     *
     * @param way  for the record
     * @param exit the queue's way out
     */
    record Leaving(String way, String exit) {
    }

    Stay(CallerStay who, String channel, CallPost post, Phase phase) {
        this.who = who;
        this.channel = channel;
        this.post = post;
        this.phase = phase;
    }

    CallerStay who() {
        return who;
    }

    void who(CallerStay now) {
        who = now;
    }

    String visit() {
        return who.visit();
    }

    /** The caller's channel; null for a callback since a restart. */
    String channel() {
        return channel;
    }

    /** Where the waiting call is told things; null when there is none. */
    CallPost post() {
        return post;
    }

    void hungUp() {
        post = null;
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase now) {
        phase = now;
    }

    /** The offer that is open for the caller; null for none. */
    Offer offer() {
        return offer;
    }

    void offer(Offer now) {
        offer = now;
    }

    /** The talk with an agent; null for none. */
    Talk talk() {
        return talk;
    }

    void talk(Talk now) {
        talk = now;
    }

    /** How the caller is shown out once the phone that rings has stopped, unless it is answered before; null for not at all. */
    Leaving leaving() {
        return leaving;
    }

    void leaving(Leaving how) {
        leaving = how;
    }

    boolean isCallback() {
        return callback;
    }

    void callback(boolean now) {
        callback = now;
    }

    /** Whether the caller is being asked for the number to be called back at. */
    boolean isAsking() {
        return asking;
    }

    void asking(boolean now) {
        asking = now;
    }
}
