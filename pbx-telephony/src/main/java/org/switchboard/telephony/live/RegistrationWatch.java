package org.switchboard.telephony.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Asterisk which devices are registered, and tells {@link DeviceStates}. It has to ask: for devices that come from a
 * database and are not qualified, Asterisk sends no event when they register or leave, and shows them as offline
 * ({@code pjsip_options.c} follows only the AORs that it loaded at its start, or that it qualifies). The answer grows with the
 * number of devices, so the pause between two questions grows with the time that an answer takes.
 */
public final class RegistrationWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationWatch.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int PAUSE_PER_ANSWER = 20;

    private final Callable<Set<String>> asterisk;
    private final DeviceStates devices;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("registration-watch").daemon().factory());
    private boolean first = true;
    private boolean failing;
    private volatile boolean closed;

    /**
     * Makes a watch; {@link #start} begins its work.
     *
     * @param asterisk asks for the SIP user names of all registered devices (AMI action {@code PJSIPShowContacts}); always called
     *                 by the same thread. When it throws, the devices are shown as they were and it is asked again
     * @param devices  is told who is registered
     */
    public RegistrationWatch(Callable<Set<String>> asterisk, DeviceStates devices) {
        this.asterisk = asterisk;
        this.devices = devices;
    }

    /** Begins to ask, every two seconds or, where an answer takes long, so that asking takes a twentieth of the time. */
    public void start() {
        timer.execute(this::askAndAgain);
    }

    private void askAndAgain() {
        long begin = System.nanoTime();
        Duration pause = SHORTEST_PAUSE;
        try {
            devices.registered(asterisk.call());
            Duration fair = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(PAUSE_PER_ANSWER);
            // The first answer includes connecting, which says nothing of the next.
            pause = first || failing || fair.compareTo(pause) < 0 ? pause : fair;
            first = false;
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            if (!failing && !closed) {
                failing = true;
                LOG.warn("Which devices are registered cannot be asked now; they are shown as they were: {}", e.toString());
            }
        }
        if (!closed) {
            timer.schedule(this::askAndAgain, Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    /** Stops asking. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The question for registered devices did not end within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
