package org.switchboard.telephony.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriBridge;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.cdr.CallRecord;

/**
 * The calls that are on, by company. It listens to Asterisk's events on the connection's one thread, keeps an unchangeable
 * picture of each call, and tells subscribers what changed, each on a thread of its own. When the connection comes up, it
 * compares with Asterisk's own lists, so that nothing missed meanwhile stays wrong.
 */
public final class LiveCalls implements AriEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCalls.class);
    private static final UUID CONNECTION = new UUID(0, 0);

    private final AriClient ari;
    private final InstantSource clock;
    /** Of the connection's thread only. */
    private final Map<String, LiveChannel> channels = new HashMap<>();
    /** Of the connection's thread only: the channels of each call. */
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<UUID, Map<UUID, LiveCall>> calls = new ConcurrentHashMap<>();
    private final Map<UUID, Set<ChangeMailbox<UUID, LiveChange>>> subscribers = new ConcurrentHashMap<>();
    private volatile boolean up;
    private volatile Instant lastNews = Instant.EPOCH;

    /**
     * Makes an empty view; it fills when the connection that it listens to comes up.
     *
     * @param ari   asked for the lists of channels and bridges
     * @param clock tells when news came
     */
    public LiveCalls(AriClient ari, InstantSource clock) {
        this.ari = ari;
        this.clock = clock;
    }

    /**
     * The calls of a company.
     *
     * @param tenantId the company
     * @return its calls, oldest first
     */
    public List<LiveCall> of(UUID tenantId) {
        return calls.getOrDefault(tenantId, Map.of()).values().stream()
                .sorted(Comparator.comparing(LiveCall::startedAt).thenComparing(LiveCall::id))
                .toList();
    }

    /**
     * Whether Asterisk is being heard.
     *
     * @return false while the connection is down: the calls are then shown as they were
     */
    public boolean isUp() {
        return up;
    }

    /**
     * When Asterisk was last heard of.
     *
     * @return the time by our clock; the epoch when it never was
     */
    public Instant lastNews() {
        return lastNews;
    }

    /**
     * Subscribes to the calls of a company, and to no others. The first news is everything that is on, and
     * whether Asterisk is being heard.
     *
     * @param tenantId   the company
     * @param subscriber gets the news, one after the other, on a thread of this subscription; it may be slow, news of the same
     *                   call are then put together. When it throws, the subscription ends
     * @return the subscription
     */
    public Subscription subscribe(UUID tenantId, Consumer<LiveChange> subscriber) {
        Set<ChangeMailbox<UUID, LiveChange>> of = subscribers.computeIfAbsent(tenantId, id -> ConcurrentHashMap.newKeySet());
        ChangeMailbox<UUID, LiveChange> mailbox = new ChangeMailbox<>(subscriber,
                () -> List.of(new LiveChange.Everything(of(tenantId)), new LiveChange.Connection(up, lastNews)), of::remove);
        of.add(mailbox);
        return mailbox.start();
    }

    @Override
    public void onEvent(AriEvent event) {
        lastNews = clock.instant();
        Instant at = event.timestamp() == null ? lastNews : event.timestamp();
        switch (event) {
            case AriEvent.ChannelCreated created -> begin(created.channel());
            case AriEvent.ChannelStateChange changed -> see(changed.channel(), at, UnaryOperator.identity());
            case AriEvent.ChannelCallerId changed -> see(changed.channel(), at, UnaryOperator.identity());
            case AriEvent.ChannelHold hold -> see(hold.channel(), at, channel -> channel.withHold(true));
            case AriEvent.ChannelUnhold unhold -> see(unhold.channel(), at, channel -> channel.withHold(false));
            case AriEvent.ChannelEnteredBridge entered -> see(entered.channel(), at, channel -> channel.in(entered.bridge().id()));
            case AriEvent.ChannelLeftBridge left -> see(left.channel(), at,
                    channel -> channel.bridge().equals(left.bridge().id()) ? channel.in("") : channel);
            case AriEvent.Dial dial -> dialled(dial, at);
            case AriEvent.ChannelDestroyed destroyed -> forget(destroyed.channel().id());
            case AriEvent.StasisStart _, AriEvent.StasisEnd _, AriEvent.ApplicationReplaced _, AriEvent.ChannelHangupRequest _,
                 AriEvent.ChannelDtmfReceived _, AriEvent.ChannelConnectedLine _, AriEvent.BridgeCreated _, AriEvent.BridgeDestroyed _,
                 AriEvent.BridgeBlindTransfer _, AriEvent.BridgeAttendedTransfer _, AriEvent.EndpointStateChange _,
                 AriEvent.PeerStatusChange _, AriEvent.ContactStatusChange _, AriEvent.PlaybackStarted _, AriEvent.PlaybackFinished _,
                 AriEvent.RecordingFinished _, AriEvent.RecordingFailed _, AriEvent.ChannelUserevent _, AriEvent.Unknown _ -> {
                // Says nothing of who is in which call.
            }
        }
    }

    /** Only what says that a channel exists may begin one: other events can come after its end. */
    private void begin(AriChannel snapshot) {
        if (!channels.containsKey(snapshot.id())) {
            LiveChannel.of(snapshot).ifPresent(fresh -> put(null, fresh));
        }
    }

    private void see(AriChannel snapshot, Instant at, UnaryOperator<LiveChannel> change) {
        LiveChannel before = channels.get(snapshot.id());
        if (before != null) {
            put(before, change.apply(before.seen(snapshot, at)));
        }
    }

    private void put(LiveChannel before, LiveChannel now) {
        String id = now.snapshot().id();
        channels.put(id, now);
        if (before != null && !before.linkedId().equals(now.linkedId())) {
            // A transfer made two calls one.
            members.getOrDefault(before.linkedId(), Set.of()).remove(id);
            draw(before.linkedId(), before.tenantId());
        }
        members.computeIfAbsent(now.linkedId(), call -> new HashSet<>()).add(id);
        draw(now.linkedId(), now.tenantId());
    }

    private void dialled(AriEvent.Dial dial, Instant at) {
        if (dial.caller() == null || dial.peer() == null) {
            return;
        }
        see(dial.caller(), at, UnaryOperator.identity());
        LiveChannel caller = channels.get(dial.caller().id());
        see(dial.peer(), at, called -> caller == null ? called : called.calledBy(caller));
    }

    private void forget(String channelId) {
        LiveChannel gone = channels.remove(channelId);
        if (gone != null) {
            members.getOrDefault(gone.linkedId(), Set.of()).remove(channelId);
            draw(gone.linkedId(), gone.tenantId());
        }
    }

    /** Makes the picture of a call anew and tells of it when it is another. */
    private void draw(String linkedId, UUID tenantId) {
        UUID id = CallRecord.idOf(linkedId);
        List<LiveChannel> legs = members.getOrDefault(linkedId, Set.of()).stream()
                .map(channels::get)
                .filter(channel -> channel != null && channel.tenantId().equals(tenantId))
                .toList();
        Map<UUID, LiveCall> ofTenant = calls.computeIfAbsent(tenantId, tenant -> new ConcurrentHashMap<>());
        if (legs.isEmpty()) {
            members.remove(linkedId);
            if (ofTenant.remove(id) != null) {
                tell(tenantId, id, new LiveChange.Ended(id));
            }
            return;
        }
        LiveCall before = ofTenant.get(id);
        LiveCall now = CallPicture.of(legs, before);
        if (!now.equals(before)) {
            ofTenant.put(id, now);
            tell(tenantId, id, new LiveChange.Updated(now));
        }
    }

    private void tell(UUID tenantId, UUID about, LiveChange change) {
        subscribers.getOrDefault(tenantId, Set.of()).forEach(mailbox -> mailbox.put(about, change));
    }

    @Override
    public void onConnected() {
        try {
            reconcile();
            connection(true);
        } catch (AriException e) {
            LOG.warn("Live calls could not be compared with Asterisk's: {}", e.getMessage());
        }
    }

    @Override
    public void onDisconnected(String reason) {
        connection(false);
    }

    private void connection(boolean isUp) {
        up = isUp;
        if (isUp) {
            lastNews = clock.instant();
        }
        LiveChange change = new LiveChange.Connection(isUp, lastNews);
        subscribers.keySet().forEach(tenantId -> tell(tenantId, CONNECTION, change));
    }

    /** Events that come meanwhile are delivered afterwards; what they tell may be known then, which does no harm. */
    private void reconcile() {
        Map<String, AriChannel> now = new LinkedHashMap<>();
        ari.channels().forEach(channel -> now.put(channel.id(), channel));
        Map<String, String> bridgeOf = new HashMap<>();
        for (AriBridge bridge : ari.bridges()) {
            bridge.channels().forEach(channel -> bridgeOf.put(channel, bridge.id()));
        }
        new ArrayList<>(channels.keySet()).stream().filter(id -> !now.containsKey(id)).forEach(this::forget);
        Instant at = clock.instant();
        now.values().forEach(channel -> {
            begin(channel);
            String bridge = bridgeOf.getOrDefault(channel.id(), "");
            see(channel, at, known -> known.bridge().equals(bridge) ? known : known.in(bridge));
        });
    }
}
