package org.switchboard.telephony.callcentre;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.distribution.Miss;
import org.switchboard.telephony.engine.QueueWaiting;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Origin;

/** The floors of all companies: makes them as plans are read, brings them what concerns them, and looks after them now and then. */
public final class Floors implements CallCentre, Callbacks, QueueWaiting, AriEventListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Floors.class);
    private static final int HIGHEST_PRIORITY = 10;

    private final FloorTools tools;
    private final FloorNews news = new FloorNews();
    private final Map<UUID, Floor> floors = new ConcurrentHashMap<>();
    private final Map<UUID, TenantPlan> plans = new ConcurrentHashMap<>();
    private final FloorWatch watch;
    private volatile CallbackDialler dialler = NoCallbacks.INSTANCE;
    private volatile CallbackRequests requests = NoCallbacks.INSTANCE;

    /**
     * Makes no floor yet; that is for the plans to say.
     *
     * @param tools what every floor works with
     */
    public Floors(FloorTools tools) {
        this.tools = tools;
        this.watch = new FloorWatch(tools, floors);
    }

    /**
     * Lets callers be called back.
     *
     * @param dials makes callbacks
     * @param asks  asks callers for the number
     */
    public void callBackBy(CallbackDialler dials, CallbackRequests asks) {
        dialler = dials;
        requests = asks;
    }

    @Override
    public void read(Set<UUID> tenantIds, Map<UUID, TenantPlan> plans) {
        var gone = new HashSet<>(tenantIds == null ? floors.keySet() : tenantIds);
        gone.removeAll(plans.keySet());
        gone.forEach(tenantId -> {
            this.plans.remove(tenantId);
            Optional.ofNullable(floors.remove(tenantId)).ifPresent(Floor::close);
        });
        plans.values().forEach(this::planned);
        watch.look();
        news.came();
    }

    /**
     * A company's plan, for who makes calls of its own accord.
     *
     * @param tenantId the company
     * @return empty for one that is not known, or has no call centre
     */
    public Optional<TenantPlan> plan(UUID tenantId) {
        return Optional.ofNullable(plans.get(tenantId));
    }

    private void planned(TenantPlan plan) {
        var floor = floors.get(plan.tenantId());
        if (floor != null) {
            plans.put(plan.tenantId(), plan);
            floor.planned(plan);
        } else if (!plan.callCentre().queues().isEmpty() || !plan.callCentre().agents().isEmpty()) {
            watch.toOpen(plan.tenantId());
            plans.put(plan.tenantId(), plan);
            floors.put(plan.tenantId(), new Floor(plan, tools, () -> dialler));
        }
    }

    @Override
    public void onEvent(AriEvent event) {
        var channel = switch (event) {
            case AriEvent.ChannelCreated created -> created.channel();
            case AriEvent.ChannelDestroyed destroyed -> destroyed.channel();
            case AriEvent.Dial dial -> dial.peer();
            case AriEvent.ChannelEnteredBridge entered -> entered.channel();
            case AriEvent.ChannelLeftBridge left -> left.channel();
            case AriEvent.BridgeBlindTransfer transfer -> transfer.channel();
            case AriEvent.BridgeAttendedTransfer transfer -> transfer.transfererFirstLeg();
            default -> null;
        };
        if (channel != null && !channel.tenantid().isEmpty()) {
            floor(channel.tenantid()).ifPresent(floor -> floor.heard(event));
        }
    }

    private Optional<Floor> floor(String tenantId) {
        try {
            return Optional.ofNullable(floors.get(UUID.fromString(tenantId)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public void onConnected() {
        watch.connected();
    }

    @Override
    public void onDisconnected(String reason) {
        log.debug("call centres hear nothing of phones until the connection is back: {}", reason);
    }

    @Override
    public QueueWaiting.Result waitIn(Call call, TenantPlan plan, Origin origin, PlannedQueue queue, int priority) {
        var floor = floors.get(plan.tenantId());
        if (floor == null) {
            return QueueWaiting.UNSERVED.waitIn(call, plan, origin, queue, priority);
        }
        return new WaitingCall(call, plan, queue, floor, new QueueSpeech(tools.sounds(), plan.company().language()), requests, tools.clock())
                .run(origin, priority);
    }

    @Override
    public FloorView view(UUID tenantId) {
        var floor = floors.get(tenantId);
        return floor == null ? new FloorView(tenantId, tools.clock().instant(), List.of(), List.of()) : floor.picture().view();
    }

    @Override
    public Subscription subscribe(UUID tenantId, Consumer<FloorChange> subscriber) {
        var floor = floors.get(tenantId);
        if (floor == null) {
            subscriber.accept(new FloorChange(view(tenantId), Set.of(), Set.of()));
            return () -> { };
        }
        return floor.picture().subscribe(subscriber);
    }

    @Override
    public Optional<AgentTalk> talkOf(UUID tenantId, UUID agentId) {
        return Optional.ofNullable(floors.get(tenantId)).map(floor -> floor.picture().talks().get(agentId));
    }

    @Override
    public void signIn(UUID tenantId, UUID agentId, UUID extensionId, String by) {
        news.carryOut(agentId, id -> ofAgent(tenantId, id), crew -> crew.signIn(agentId, extensionId, by));
    }

    @Override
    public void signOut(UUID tenantId, UUID agentId, String by) {
        news.carryOut(agentId, id -> ofAgent(tenantId, id), crew -> crew.signOut(agentId, by));
    }

    @Override
    public void pause(UUID tenantId, UUID agentId, UUID reasonId, String by) {
        news.carryOut(agentId, id -> ofAgent(tenantId, id), crew -> crew.pause(agentId, reasonId, by));
    }

    @Override
    public void resume(UUID tenantId, UUID agentId, String by) {
        news.carryOut(agentId, id -> ofAgent(tenantId, id), crew -> crew.resume(agentId, by));
    }

    @Override
    public void endWrapUp(UUID tenantId, UUID agentId, String by) {
        news.carryOut(agentId, id -> ofAgent(tenantId, id), crew -> crew.endWrapUp(agentId));
    }

    private Floor ofAgent(UUID tenantId, UUID agentId) {
        return Optional.ofNullable(floors.get(tenantId)).orElseThrow(() -> new NotFound("agent", agentId.toString()));
    }

    private Floor ofCaller(UUID tenantId, String visit) {
        return Optional.ofNullable(floors.get(tenantId)).orElseThrow(() -> new NotFound("caller", visit));
    }

    @Override
    public void toFront(UUID tenantId, String visit, String by) {
        var floor = ofCaller(tenantId, visit);
        floor.caller(visit, stay -> {
            waits(stay);
            floor.toFront(stay, by);
            return null;
        });
    }

    @Override
    public void priority(UUID tenantId, String visit, int priority, String by) {
        var floor = ofCaller(tenantId, visit);
        floor.caller(visit, stay -> {
            // Whether there is such a caller comes first: a stranger learns nothing else.
            if (priority < 1 || priority > HIGHEST_PRIORITY) {
                throw new InvalidInput("priority", "invalid.waiting.priority");
            }
            waits(stay);
            floor.priority(stay, priority, by);
            return null;
        });
    }

    @Override
    public void remove(UUID tenantId, String visit, String by) {
        var floor = ofCaller(tenantId, visit);
        floor.caller(visit, stay -> {
            waits(stay);
            floor.sendAway(stay);
            return null;
        });
    }

    private static void waits(Stay stay) {
        if (stay.phase() != Stay.Phase.WAITING) {
            throw new InvalidInput("visit", "taken.waiting.talking");
        }
    }

    @Override
    public void takingOver(UUID tenantId, UUID agentId, String by) {
        ofAgent(tenantId, agentId).takingOver(agentId);
    }

    @Override
    public Optional<CallerStay> stay(UUID tenantId, String visit) {
        var floor = floors.get(tenantId);
        try {
            return floor == null ? Optional.empty() : Optional.of(floor.caller(visit, Stay::who));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    @Override
    public void restore(UUID tenantId, CallerStay stay) {
        callback(tenantId, callbacks -> callbacks.restore(stay));
    }

    @Override
    public void due(UUID tenantId, String visit, boolean due) {
        callback(tenantId, callbacks -> callbacks.due(visit, due));
    }

    @Override
    public void answered(UUID tenantId, long offerId, String agentChannel, String linkedId) {
        callback(tenantId, callbacks -> callbacks.answered(offerId, agentChannel, linkedId));
    }

    @Override
    public void missed(UUID tenantId, long offerId, Miss miss) {
        callback(tenantId, callbacks -> callbacks.missed(offerId, miss));
    }

    @Override
    public void talking(UUID tenantId, String visit) {
        callback(tenantId, callbacks -> callbacks.talking(visit));
    }

    @Override
    public void customerMissed(UUID tenantId, String visit) {
        callback(tenantId, callbacks -> callbacks.customerMissed(visit));
    }

    @Override
    public void ended(UUID tenantId, String visit, End end) {
        callback(tenantId, callbacks -> callbacks.ended(visit, end));
    }

    private void callback(UUID tenantId, Consumer<FloorCallbacks> what) {
        Optional.ofNullable(floors.get(tenantId)).ifPresent(floor -> floor.callback(what));
    }

    /** Lets go of everything as it is; the engine that comes next takes it up. */
    @Override
    public void close() {
        watch.close();
        floors.values().forEach(Floor::close);
    }

    /** While nobody makes callbacks, nobody can ask for one. */
    private enum NoCallbacks implements CallbackDialler, CallbackRequests {
        INSTANCE;

        @Override
        public void dial(CallbackOffer offer) {
            throw new IllegalStateException("nobody makes callbacks");
        }

        @Override
        public void withdraw(UUID tenantId, long offerId) {
            log.debug("nothing to take back");
        }

        @Override
        public Optional<String> ask(Call call, TenantPlan plan, PlannedQueue queue, CallerStay stay) {
            return Optional.empty();
        }
    }
}
