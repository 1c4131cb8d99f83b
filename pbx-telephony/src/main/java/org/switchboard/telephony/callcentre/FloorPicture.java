package org.switchboard.telephony.callcentre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.switchboard.telephony.distribution.WaitingCaller;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.telephony.plan.PlannedPauseReason;

/** What a floor shows: made anew for what was touched, by the floor's thread; looked at by anybody. */
final class FloorPicture {

    private final FloorState state;
    private final Decider decider;
    private final UUID tenantId;
    private final Map<UUID, FloorView.Queue> queues = new LinkedHashMap<>();
    private final Map<UUID, FloorView.Agent> agents = new LinkedHashMap<>();
    private final Set<FloorSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Map<UUID, AgentTalk> talks = new ConcurrentHashMap<>();
    private volatile FloorView view;

    FloorPicture(UUID tenantId, FloorState state, Decider decider) {
        this.tenantId = tenantId;
        this.state = state;
        this.decider = decider;
        this.view = new FloorView(tenantId, decider.now(), List.of(), List.of());
    }

    FloorView view() {
        return view;
    }

    /** The talks that are on, by agent. */
    Map<UUID, AgentTalk> talks() {
        return talks;
    }

    Subscription subscribe(Consumer<? super FloorChange> subscriber) {
        var subscription = new FloorSubscription(subscriber, this::view, subscriptions::remove);
        subscriptions.add(subscription);
        return subscription.start();
    }

    /** The order of who waits can change with time alone. */
    void lookAgain() {
        queues.values().stream().filter(queue -> queue.waiting().size() > 1).map(FloorView.Queue::queueId).toList()
                .forEach(queueId -> draw(Set.of(queueId), Set.of()));
    }

    /** Draws what was touched, and tells of what is not as it was. */
    void refresh() {
        if (state.isTouched()) {
            draw(state.takeTouchedQueues(), state.takeTouchedAgents());
        }
    }

    private void draw(Set<UUID> touchedQueues, Set<UUID> touchedAgents) {
        var changedQueues = touchedQueues.stream().filter(this::drawQueue).collect(Collectors.toSet());
        var changedAgents = touchedAgents.stream().filter(this::drawAgent).collect(Collectors.toSet());
        if (!changedQueues.isEmpty() || !changedAgents.isEmpty()) {
            view = new FloorView(tenantId, decider.now(), List.copyOf(queues.values()), List.copyOf(agents.values()));
            subscriptions.forEach(subscription -> subscription.put(changedQueues, changedAgents));
        }
    }

    private boolean drawQueue(UUID queueId) {
        if (state.plan().queue(queueId).isEmpty()) {
            return queues.remove(queueId) != null;
        }
        var now = new FloorView.Queue(queueId, decider.waiting(queueId).stream()
                .filter(caller -> state.stay(caller.visit()) != null).map(this::waiting).toList());
        return !now.equals(queues.put(queueId, now));
    }

    private FloorView.Waiting waiting(WaitingCaller caller) {
        var stay = state.stay(caller.visit());
        var who = stay.who();
        return new FloorView.Waiting(caller.visit(), who.linkedId(), caller.position(), who.number(), who.name(), caller.enteredAt(), caller.priority(),
                caller.rank() > 0, caller.callback(), stay.offer() == null ? List.of() : stay.offer().agents());
    }

    private boolean drawAgent(UUID agentId) {
        var seat = state.seat(agentId);
        if (seat == null) {
            talks.remove(agentId);
            return agents.remove(agentId) != null;
        }
        if (seat.talk() == null) {
            talks.remove(agentId);
        } else {
            talks.put(agentId, seat.talk().shown());
        }
        var now = new FloorView.Agent(agentId, seat.status(), seat.since(), seat.until(), seat.isSignedIn() ? seat.extensionId() : null,
                seat.pausedSince() != null, reason(seat.reasonId()), call(seat));
        return !now.equals(agents.put(agentId, now));
    }

    private String reason(UUID reasonId) {
        return state.plan().callCentre().pauseReasons().stream().filter(reason -> reason.id().equals(reasonId)).findFirst()
                .map(PlannedPauseReason::name).orElse("");
    }

    private static FloorView.AgentCall call(Seat seat) {
        var stay = seat.talk() != null ? seat.talk().stay() : seat.offer() != null ? seat.offer().stay() : null;
        if (stay == null) {
            return null;
        }
        var who = stay.who();
        return new FloorView.AgentCall(who.queueId(), who.visit(), who.linkedId(), who.number(), who.name(), stay.isCallback());
    }
}
