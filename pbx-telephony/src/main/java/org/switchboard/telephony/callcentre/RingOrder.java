package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.switchboard.telephony.call.CallNews;
import org.switchboard.telephony.call.DeviceRef;

/**
 * Tells a waiting call to ring agents' phones. Either the call takes it up, or the floor takes it back before: never both, so that whoever is
 * second knows what the other did.
 */
final class RingOrder implements CallNews {

    private enum State { OPEN, TAKEN, WITHDRAWN }

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final long offerId;
    private final List<DeviceRef> devices;
    private final Duration atMost;
    private final String mark;

    RingOrder(long offerId, List<DeviceRef> devices, Duration atMost, String mark) {
        this.offerId = offerId;
        this.devices = List.copyOf(devices);
        this.atMost = atMost;
        this.mark = mark;
    }

    long offerId() {
        return offerId;
    }

    List<DeviceRef> devices() {
        return devices;
    }

    Duration atMost() {
        return atMost;
    }

    String mark() {
        return mark;
    }

    /** The call will ring; false when it must not any more. */
    boolean take() {
        return state.compareAndSet(State.OPEN, State.TAKEN);
    }

    /** Nothing will ring; false when it rings already, or is about to. */
    boolean withdraw() {
        return state.compareAndSet(State.OPEN, State.WITHDRAWN);
    }
}
