package org.switchboard.web.browser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.switchboard.telephony.callcentre.AgentTalk;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.CallerStay;
import org.switchboard.telephony.callcentre.FloorChange;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.live.Subscription;

/** A call centre that a test puts as it wants it. Commands are written down; those about agents change their state. */
final class FakeFloor implements CallCentre {

    private final Map<UUID, FloorView> views = new ConcurrentHashMap<>();
    private final Map<UUID, List<Consumer<FloorChange>>> subscribers = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** Everything is another way from now on. */
    void put(FloorView view) {
        views.put(view.tenantId(), view);
        Set<UUID> queues = view.queues().stream().map(FloorView.Queue::queueId).collect(Collectors.toSet());
        Set<UUID> agents = view.agents().stream().map(FloorView.Agent::agentId).collect(Collectors.toSet());
        subscribers.getOrDefault(view.tenantId(), List.of()).forEach(subscriber -> subscriber.accept(new FloorChange(view, queues, agents)));
    }

    /** One agent is another way from now on. */
    void agent(UUID tenantId, UUID agentId, UnaryOperator<FloorView.Agent> change) {
        FloorView view = view(tenantId);
        put(new FloorView(tenantId, Instant.now(), view.queues(),
                view.agents().stream().map(agent -> agent.agentId().equals(agentId) ? change.apply(agent) : agent).toList()));
    }

    /** What was commanded, the newest last: {@code pause <agent> by <who>}. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public FloorView view(UUID tenantId) {
        return views.getOrDefault(tenantId, new FloorView(tenantId, Instant.now(), List.of(), List.of()));
    }

    @Override
    public Subscription subscribe(UUID tenantId, Consumer<FloorChange> subscriber) {
        List<Consumer<FloorChange>> of = subscribers.computeIfAbsent(tenantId, id -> new CopyOnWriteArrayList<>());
        of.add(subscriber);
        return () -> of.remove(subscriber);
    }

    @Override
    public Optional<AgentTalk> talkOf(UUID tenantId, UUID agentId) {
        return Optional.empty();
    }

    @Override
    public void signIn(UUID tenantId, UUID agentId, UUID extensionId, String by) {
        commands.add("signIn " + agentId + " by " + by);
        agent(tenantId, agentId, agent -> state(agent, AgentStatus.FREE, extensionId, false, ""));
    }

    @Override
    public void signOut(UUID tenantId, UUID agentId, String by) {
        commands.add("signOut " + agentId + " by " + by);
        agent(tenantId, agentId, agent -> state(agent, AgentStatus.SIGNED_OUT, null, false, ""));
    }

    @Override
    public void pause(UUID tenantId, UUID agentId, UUID reasonId, String by) {
        commands.add("pause " + agentId + " by " + by);
        agent(tenantId, agentId, agent -> state(agent, AgentStatus.PAUSED, agent.extensionId(), true, reasonId == null ? "" : "Lunch"));
    }

    @Override
    public void resume(UUID tenantId, UUID agentId, String by) {
        commands.add("resume " + agentId + " by " + by);
        agent(tenantId, agentId, agent -> state(agent, AgentStatus.FREE, agent.extensionId(), false, ""));
    }

    @Override
    public void endWrapUp(UUID tenantId, UUID agentId, String by) {
        commands.add("endWrapUp " + agentId + " by " + by);
        agent(tenantId, agentId, agent -> state(agent, AgentStatus.FREE, agent.extensionId(), false, ""));
    }

    @Override
    public void toFront(UUID tenantId, String visit, String by) {
        commands.add("toFront " + visit + " by " + by);
    }

    @Override
    public void priority(UUID tenantId, String visit, int priority, String by) {
        commands.add("priority " + visit + " " + priority + " by " + by);
    }

    @Override
    public void remove(UUID tenantId, String visit, String by) {
        commands.add("remove " + visit + " by " + by);
    }

    @Override
    public void takingOver(UUID tenantId, UUID agentId, String by) {
        commands.add("takingOver " + agentId + " by " + by);
    }

    @Override
    public Optional<CallerStay> stay(UUID tenantId, String visit) {
        return Optional.empty();
    }

    private static FloorView.Agent state(FloorView.Agent agent, AgentStatus status, UUID extensionId, boolean paused, String reason) {
        return new FloorView.Agent(agent.agentId(), status, Instant.now(), null, extensionId, paused, reason, null);
    }
}
