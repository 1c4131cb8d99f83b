package org.switchboard.telephony.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * What is counted about calls: {@code pbx.calls.in.hand}, {@code pbx.calls.begun}, {@code pbx.calls.ended} by reason,
 * {@code pbx.calls.over.limit} by limit, {@code pbx.calls.keys.dropped}.
 */
final class CallMetrics {

    private final MeterRegistry meters;
    private final Counter begun;
    private final Counter keysDropped;

    CallMetrics(MeterRegistry meters, IntSupplier inHand) {
        this.meters = meters;
        this.begun = Counter.builder("pbx.calls.begun").description("Calls that came into the engine's hands").register(meters);
        this.keysDropped = Counter.builder("pbx.calls.keys.dropped").description("Keys beyond what a caller may type ahead").register(meters);
        Gauge.builder("pbx.calls.in.hand", inHand::getAsInt).description("Calls with a thread of the engine").register(meters);
    }

    void keyDropped() {
        keysDropped.increment();
    }

    void begun() {
        begun.increment();
    }

    void ended(EndReason reason, Duration inHand) {
        Timer.builder("pbx.calls.ended").description("Calls that ended, and how long they were in hand")
                .tag("reason", reason.key()).register(meters).record(inHand);
    }

    void overLimit(String limit) {
        Counter.builder("pbx.calls.over.limit").description("Calls refused because too many were in hand")
                .tag("limit", limit).register(meters).increment();
    }
}
