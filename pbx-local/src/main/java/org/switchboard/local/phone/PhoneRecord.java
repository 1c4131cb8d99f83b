package org.switchboard.local.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All that a phone said and saw; waits on it wake as soon as something is added. */
final class PhoneRecord {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<PhoneEvent> events = new ArrayList<>();
    private final List<SipMessage> messages = new ArrayList<>();
    private final Map<String, PhoneCall> calls = new LinkedHashMap<>();

    void add(PhoneEvent event) {
        locked(() -> {
            events.add(event);
            if (!event.callId().isEmpty()) {
                calls.merge(event.callId(), PhoneCall.of(event), (known, ignored) -> known.after(event));
            }
            grown.signalAll();
            return null;
        });
    }

    void add(SipMessage message) {
        locked(() -> {
            messages.add(message);
            grown.signalAll();
            return null;
        });
    }

    List<PhoneEvent> events() {
        return locked(() -> List.copyOf(events));
    }

    List<SipMessage> messages() {
        return locked(() -> List.copyOf(messages));
    }

    List<PhoneCall> calls() {
        return locked(() -> List.copyOf(calls.values()));
    }

    /** Waits until the question has an answer; empty when the time is over without one. */
    <T> Optional<T> await(Duration limit, Supplier<Optional<T>> question) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<T> answer = question.get();
                if (answer.isPresent() || left <= 0) {
                    return answer;
                }
                left = grown.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a phone", e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
