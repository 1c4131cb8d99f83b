package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.DbDelTreeAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Asterisk forget what it has cached of PJSIP's objects, and deletes registrations. Requests are queued and done
 * one after the other by one thread, which also connects, and connects again. After a time without a connection
 * everything cached is forgotten first, since requests may have been lost.
 */
public final class AmiConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AmiConnection.class);
    /** The caches' names in {@code sorcery.conf}. */
    private static final List<String> CACHES = List.of("pbx-endpoint", "pbx-auth", "pbx-aor");
    private static final Pattern OBJECT_ID = Pattern.compile("[a-z0-9]{1,64}");
    /** More single requests than this take longer than to forget everything and read it anew. */
    private static final int CAPACITY = 1_000;
    private static final Duration REPLY_TIME = Duration.ofSeconds(3);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AmiConfig config;
    private final BlockingQueue<List<ManagerAction>> requests = new LinkedBlockingQueue<>(CAPACITY);
    private final BlockingQueue<List<ManagerAction>> deletions = new LinkedBlockingQueue<>();
    private final AtomicBoolean forgetAll = new AtomicBoolean(true);
    private final Thread worker = Thread.ofPlatform().name("ami").daemon().unstarted(this::work);
    private DefaultManagerConnection manager;
    private volatile boolean up;
    private volatile boolean closed;

    /**
     * Makes a connection; nothing happens before {@link #start()}.
     *
     * @param config where the Manager Interface is
     */
    public AmiConnection(AmiConfig config) {
        this.config = config;
    }

    /** Begins to connect. Returns at once. */
    public void start() {
        worker.start();
    }

    /**
     * Whether requests are being done now.
     *
     * @return false while it connects
     */
    public boolean isUp() {
        return up;
    }

    /**
     * Makes Asterisk read an endpoint, its auth and its aor anew when it next needs them. Returns at once.
     *
     * @param objectId the id that all three share
     */
    public void forget(String objectId) {
        if (!requests.offer(expiries(objectId))) {
            forgetEverything();
        }
    }

    private static List<ManagerAction> expiries(String objectId) {
        if (!OBJECT_ID.matcher(objectId).matches()) {
            throw new IllegalArgumentException("not an id of ours");
        }
        return CACHES.stream().<ManagerAction>map(cache -> new SorceryMemoryCacheExpireObjectAction(cache, objectId)).toList();
    }

    /** Makes Asterisk read everything anew when it next needs it. Returns at once. */
    public void forgetEverything() {
        forgetAll.set(true);
    }

    /**
     * Ends the registrations of an aor and makes Asterisk forget its objects. Returns at once.
     *
     * <p>Contacts are kept in astdb under {@code registrar/contact/<aor>;@<hash>}. {@code DBDelTree} compares by SQL's LIKE ({@code main/db.c}),
     * so that a percent sign stands for any hash; the id itself cannot hold one.
     *
     * @param aorId the aor's id
     */
    public void deleteRegistrations(String aorId) {
        // First the password is forgotten, so that the device cannot register anew in between.
        var actions = new ArrayList<>(expiries(aorId));
        actions.add(new DbDelTreeAction("registrar", "contact/" + aorId + ";@%"));
        deletions.add(actions);
        wake();
    }

    /** The thread waits at the other queue; when that is full it does not wait. */
    private void wake() {
        if (!requests.offer(List.of())) {
            log.debug("already awake");
        }
    }

    private void work() {
        while (!closed) {
            try {
                connected();
                up = true;
                if (forgetAll.getAndSet(false)) {
                    forgetAllNow();
                }
                next();
            } catch (IOException | TimeoutException | IllegalStateException | AuthenticationFailedException e) {
                if (up || manager == null) {
                    log.warn("Asterisk's Manager Interface is away: {}", e.getMessage());
                }
                lost();
            } catch (InterruptedException _) {
                log.debug("closing");
            }
        }
        disconnect();
    }

    private void connected() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager != null && manager.getState() == ManagerConnectionState.CONNECTED) {
            return;
        }
        disconnect();
        var connecting = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
        connecting.setDefaultResponseTimeout(REPLY_TIME.toMillis());
        connecting.setSocketTimeout((int) REPLY_TIME.toMillis());
        manager = connecting;
        forgetAll.set(true);
        connecting.login("off");
        log.info("Connected to Asterisk's Manager Interface");
    }

    private void forgetAllNow() throws IOException, TimeoutException {
        requests.clear();
        for (var cache : CACHES) {
            send(new SorceryMemoryCacheExpireAction(cache));
        }
    }

    private void next() throws IOException, TimeoutException, InterruptedException {
        var deletion = deletions.peek();
        if (deletion != null) {
            send(deletion);
            deletions.remove();
        }
        var request = requests.poll(deletions.isEmpty() ? IDLE_CHECK.toMillis() : 0, TimeUnit.MILLISECONDS);
        send(request == null && deletions.isEmpty() ? List.of(new PingAction()) : request == null ? List.of() : request);
    }

    private void send(List<ManagerAction> actions) throws IOException, TimeoutException {
        for (var action : actions) {
            send(action);
        }
    }

    /** A refusal is normal: an object that is not cached cannot be expired. */
    private void send(ManagerAction action) throws IOException, TimeoutException {
        var response = manager.sendAction(action, REPLY_TIME.toMillis());
        log.debug("{}: {} {}", action.getAction(), response.getResponse(), response.getMessage());
    }

    private void lost() {
        up = false;
        forgetAll.set(true);
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            log.debug("closing");
        }
    }

    /** Asterisk-Java would connect again by itself, but without telling us that requests were lost meanwhile. */
    private void disconnect() {
        up = false;
        if (manager != null) {
            try {
                manager.logoff();
            } catch (IllegalStateException e) {
                log.debug("not connected: {}", e.getMessage());
            }
            manager = null;
        }
    }

    /** Ends the connection. Requests that were not done are done by the next engine, which forgets everything first. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
