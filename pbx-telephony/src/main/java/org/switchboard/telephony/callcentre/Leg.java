package org.switchboard.telephony.callcentre;

/** A phone's channel, as the floor's thread knows it. */
final class Leg {

    private final String channel;
    private final String device;
    private boolean ours;

    /**
     * A channel.
     *
     * @param ours whether it rings or talks for a caller of a queue
     */
    Leg(String channel, String device, boolean ours) {
        this.channel = channel;
        this.device = device;
        this.ours = ours;
    }

    String channel() {
        return channel;
    }

    String device() {
        return device;
    }

    boolean isOurs() {
        return ours;
    }

    void ours() {
        ours = true;
    }
}
