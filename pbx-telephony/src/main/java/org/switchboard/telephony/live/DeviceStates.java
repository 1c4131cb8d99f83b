package org.switchboard.telephony.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;

/**
 * Which devices are registered, and which are on a call. Calls come from Asterisk's events, compared when the connection comes
 * up, as in {@link LiveCalls}; registrations come from {@link RegistrationWatch}, and sooner by event where Asterisk sends one.
 */
public final class DeviceStates implements AriEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceStates.class);

    private final AriClient ari;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> busy = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    private record Watcher(Set<String> devices, ChangeMailbox<String, List<DeviceState>> mailbox) {
    }

    /**
     * Makes a view in which no device is registered or on a call, until it is told.
     *
     * @param ari asked for the list of channels
     */
    public DeviceStates(AriClient ari) {
        this.ari = ari;
    }

    /**
     * What a device is doing.
     *
     * @param sipUsername the device
     * @return its state; one that is not known is not registered and not on a call
     */
    public DeviceState of(String sipUsername) {
        return new DeviceState(sipUsername, registered.contains(sipUsername), !busy.getOrDefault(sipUsername, Set.of()).isEmpty());
    }

    /**
     * How many calls an endpoint has.
     *
     * @param endpoint a device, or a trunk
     * @return its channels, one for each call
     */
    public int callsOf(String endpoint) {
        return busy.getOrDefault(endpoint, Set.of()).size();
    }

    /**
     * Subscribes to some devices. The first news is the state of all of them. Whoever asks sees to it that the devices are of
     * the company that is asking.
     *
     * @param sipUsernames the devices
     * @param subscriber   gets the states that changed; may be slow; when it throws, the subscription ends
     * @return the subscription
     */
    public Subscription subscribe(Collection<String> sipUsernames, Consumer<List<DeviceState>> subscriber) {
        Set<String> devices = Set.copyOf(sipUsernames);
        ChangeMailbox<String, List<DeviceState>> mailbox = new ChangeMailbox<>(subscriber,
                () -> List.of(devices.stream().sorted().map(this::of).toList()),
                closed -> watchers.removeIf(watcher -> watcher.mailbox() == closed));
        watchers.add(new Watcher(devices, mailbox));
        return mailbox.start();
    }

    @Override
    public void onEvent(AriEvent event) {
        switch (event) {
            case AriEvent.ContactStatusChange changed -> contact(changed);
            case AriEvent.PeerStatusChange changed -> peer(changed);
            case AriEvent.ChannelCreated created -> changed(created.channel(), channels -> channels.add(created.channel().id()));
            case AriEvent.ChannelDestroyed destroyed -> changed(destroyed.channel(), channels -> channels.remove(destroyed.channel().id()));
            default -> {
                // Says nothing of devices.
            }
        }
    }

    /** {@code contact_status}: Created, Reachable, Unreachable, NonQualified, Updated, Removed (res_pjsip's contact states). */
    private void contact(AriEvent.ContactStatusChange changed) {
        if (changed.contactInfo() == null || changed.contactInfo().contactStatus() == null) {
            return;
        }
        switch (changed.contactInfo().contactStatus()) {
            case "Removed", "Unreachable" -> setRegistered(changed.endpoint().resource(), false);
            default -> setRegistered(changed.endpoint().resource(), true);
        }
    }

    private void peer(AriEvent.PeerStatusChange changed) {
        if (changed.peer() != null && "Unreachable".equals(changed.peer().peerStatus())) {
            setRegistered(changed.endpoint().resource(), false);
        } else if (changed.peer() != null && "Reachable".equals(changed.peer().peerStatus())) {
            setRegistered(changed.endpoint().resource(), true);
        }
    }

    /**
     * Tells who is registered now.
     *
     * @param devices SIP user names of all devices that are
     */
    public void registered(Set<String> devices) {
        Set<String> touched = new HashSet<>(registered);
        touched.addAll(devices);
        touched.forEach(device -> setRegistered(device, devices.contains(device)));
    }

    private void setRegistered(String device, boolean now) {
        if (now ? registered.add(device) : registered.remove(device)) {
            tell(device);
        }
    }

    private void changed(AriChannel channel, Consumer<Set<String>> change) {
        String device = channel.endpoint();
        if (device.isEmpty()) {
            return;
        }
        boolean before = of(device).onCall();
        busy.compute(device, (name, channels) -> {
            Set<String> now = channels == null ? new HashSet<>() : new HashSet<>(channels);
            change.accept(now);
            return now.isEmpty() ? null : Set.copyOf(now);
        });
        if (before != of(device).onCall()) {
            tell(device);
        }
    }

    private void tell(String device) {
        List<DeviceState> state = List.of(of(device));
        watchers.stream().filter(watcher -> watcher.devices().contains(device)).forEach(watcher -> watcher.mailbox().put(device, state));
    }

    @Override
    public void onConnected() {
        try {
            Map<String, Set<String>> onCall = new HashMap<>();
            ari.channels().stream().filter(channel -> !channel.endpoint().isEmpty())
                    .forEach(channel -> onCall.computeIfAbsent(channel.endpoint(), device -> new HashSet<>()).add(channel.id()));
            Set<String> touched = new HashSet<>(busy.keySet());
            touched.addAll(onCall.keySet());
            for (String device : touched) {
                Set<String> channels = onCall.getOrDefault(device, Set.of());
                if (!channels.equals(busy.getOrDefault(device, Set.of()))) {
                    busy.compute(device, (name, old) -> channels.isEmpty() ? null : Set.copyOf(channels));
                    tell(device);
                }
            }
        } catch (AriException e) {
            LOG.warn("The states of devices could not be compared with Asterisk's: {}", e.getMessage());
        }
    }

    @Override
    public void onDisconnected(String reason) {
        // The states stay as they were until they can be compared again.
        LOG.debug("which devices are on a call stands still: {}", reason);
    }
}
