package org.switchboard.telephony.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.PJSipShowContactsAction;
import org.asteriskjava.manager.event.ContactList;
import org.asteriskjava.manager.event.ResponseEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ami.AmiConfig;

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
    private static final Duration REPLY_TIME = Duration.ofSeconds(10);
    /** A contact's name is {@code <aor>;@<hash>}. */
    private static final String AFTER_AOR = ";@";

    private final AmiConfig config;
    private final DeviceStates devices;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("registration-watch").daemon().factory());
    private DefaultManagerConnection manager;
    private boolean failing;
    private volatile boolean closed;

    /**
     * Makes a watch; {@link #start} begins its work.
     *
     * @param config  where Asterisk's Manager Interface is; the watch has a connection of its own
     * @param devices is told who is registered
     */
    public RegistrationWatch(AmiConfig config, DeviceStates devices) {
        this.config = config;
        this.devices = devices;
    }

    /** Begins to ask, every two seconds or, where an answer takes long, so that asking takes a twentieth of the time. */
    public void start() {
        timer.execute(this::askAndAgain);
    }

    private void askAndAgain() {
        Duration pause = SHORTEST_PAUSE;
        try {
            connect();
            long begin = System.nanoTime();
            devices.registered(registered());
            Duration fair = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(PAUSE_PER_ANSWER);
            pause = fair.compareTo(pause) > 0 ? fair : pause;
            failing = false;
        } catch (IOException | TimeoutException | AuthenticationFailedException | RuntimeException e) {
            disconnect();
            if (!failing && !closed) {
                failing = true;
                LOG.warn("Which devices are registered cannot be asked now; they are shown as they were: {}", e.toString());
            }
        }
        if (!closed) {
            timer.schedule(this::askAndAgain, Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager == null || manager.getState() != ManagerConnectionState.CONNECTED) {
            disconnect();
            manager = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
            manager.setDefaultResponseTimeout(REPLY_TIME.toMillis());
            manager.login("off");
        }
    }

    /** With nobody registered Asterisk answers with an error and no events. */
    private Set<String> registered() throws IOException, EventTimeoutException {
        Set<String> registered = new HashSet<>();
        for (ResponseEvent event : manager.sendEventGeneratingAction(new PJSipShowContactsAction(), REPLY_TIME.toMillis()).getEvents()) {
            if (event instanceof ContactList contact && contact.getObjectname() != null) {
                int end = contact.getObjectname().indexOf(AFTER_AOR);
                registered.add(end < 0 ? contact.getObjectname() : contact.getObjectname().substring(0, end));
            }
        }
        return registered;
    }

    private void disconnect() {
        if (manager != null) {
            manager.logoff();
            manager = null;
        }
    }

    /** Stops asking and disconnects. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        try {
            if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
                disconnect();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
