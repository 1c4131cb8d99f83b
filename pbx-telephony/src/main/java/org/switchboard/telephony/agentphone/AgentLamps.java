package org.switchboard.telephony.agentphone;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.live.Subscription;

/**
 * Keeps the lamps of agents true: devices of our own in Asterisk ({@code Stasis:45<key>} for being at work, {@code Stasis:46<key>} for the pause),
 * which phones watch through the hints of the dialplan's context {@code pbx-lamps}. At work is lit, paused blinks; the pause's lamp is lit in it.
 */
public final class AgentLamps implements AriEventListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AgentLamps.class);
    private static final Duration READ_AGAIN = Duration.ofSeconds(10);

    private final AriClient ari;
    private final CallCentre centre;
    private final AgentAccess access;
    private final Map<UUID, String> keys = new ConcurrentHashMap<>();
    private final Map<UUID, Subscription> subscriptions = new HashMap<>();
    /** By device: what Asterisk was told last. */
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("agent-lamps").daemon().factory());

    /**
     * Makes it; nothing happens before {@link #start()}.
     *
     * @param ari    keeps the states of devices
     * @param centre tells what agents do
     * @param access knows the keys
     */
    public AgentLamps(AriClient ari, CallCentre centre, AgentAccess access) {
        this.ari = ari;
        this.centre = centre;
        this.access = access;
    }

    /** Begins to work. Returns at once. */
    public void start() {
        timer.scheduleWithFixedDelay(this::read, 0, READ_AGAIN.toSeconds(), TimeUnit.SECONDS);
    }

    private void read() {
        try {
            var lamps = access.lamps();
            var companies = new HashSet<UUID>();
            var fresh = new HashSet<UUID>();
            for (var lamp : lamps) {
                companies.add(lamp.tenantId());
                if (!lamp.key().equals(keys.put(lamp.agentId(), lamp.key()))) {
                    fresh.add(lamp.tenantId());
                }
            }
            subscriptions.entrySet().removeIf(entry -> !companies.contains(entry.getKey()) && closed(entry.getValue()));
            companies.forEach(tenant -> subscriptions.computeIfAbsent(tenant, id -> centre.subscribe(id, change -> show(change.view(), change.agents()))));
            fresh.forEach(this::showAll);
        } catch (DataAccessException e) {
            log.warn("The lamps of agents cannot be read now: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A round over the lamps of agents failed", e);
        }
    }

    private static boolean closed(Subscription subscription) {
        subscription.close();
        return true;
    }

    private void showAll(UUID tenantId) {
        var view = centre.view(tenantId);
        var all = new HashSet<UUID>();
        view.agents().forEach(agent -> all.add(agent.agentId()));
        show(view, all);
    }

    private void show(FloorView view, Set<UUID> agents) {
        for (var agent : view.agents()) {
            var key = keys.get(agent.agentId());
            if (key != null && agents.contains(agent.agentId())) {
                var atWork = agent.extensionId() != null;
                set("45" + key, !atWork ? "NOT_INUSE" : agent.paused() ? "RINGING" : "INUSE");
                set("46" + key, atWork && agent.paused() ? "INUSE" : "NOT_INUSE");
            }
        }
    }

    /** What could not be told is told when Asterisk is heard again. */
    private void set(String device, String state) {
        if (state.equals(told.put(device, state))) {
            return;
        }
        try {
            ari.deviceState(device, state);
        } catch (AriException e) {
            told.remove(device);
            log.debug("A lamp could not be set: {}", e.getMessage());
        }
    }

    @Override
    public void onEvent(AriEvent event) {
        // What agents do is told by the floors.
    }

    /** An Asterisk that comes back may know nothing. */
    @Override
    public void onConnected() {
        told.clear();
        timer.execute(() -> {
            try {
                Set.copyOf(subscriptions.keySet()).forEach(this::showAll);
            } catch (RuntimeException e) {
                log.error("The lamps of agents could not be set", e);
            }
        });
    }

    @Override
    public void onDisconnected(String reason) {
        log.debug("Lamps stay as they are: {}", reason);
    }

    /** Ends its work; the lamps stay as they are. */
    @Override
    public void close() {
        timer.shutdownNow();
        subscriptions.values().forEach(Subscription::close);
    }
}
