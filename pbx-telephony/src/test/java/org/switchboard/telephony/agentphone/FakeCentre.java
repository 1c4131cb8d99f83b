package org.switchboard.telephony.agentphone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.switchboard.telephony.callcentre.AgentTalk;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.CallerStay;
import org.switchboard.telephony.callcentre.FloorChange;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.live.Subscription;

/** A call centre of which a test says what agents do, and that writes down what it is told. */
final class FakeCentre implements CallCentre {

    private final Map<UUID, FloorView.Agent> agents = new ConcurrentHashMap<>();
    private final Map<UUID, AgentTalk> talks = new ConcurrentHashMap<>();
    private final List<Consumer<FloorChange>> subscribers = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    List<String> commands() {
        return new ArrayList<>(commands);
    }

    void agent(UUID agentId, UUID extensionId, boolean paused) {
        agents.put(agentId, new FloorView.Agent(agentId, extensionId == null ? AgentStatus.SIGNED_OUT : AgentStatus.FREE, Instant.EPOCH, null, extensionId,
                paused, "", null));
        subscribers.forEach(subscriber -> subscriber.accept(new FloorChange(view(null), Set.of(), Set.of(agentId))));
    }

    void talk(AgentTalk talk) {
        talks.put(talk.agentId(), talk);
    }

    @Override
    public FloorView view(UUID tenantId) {
        return new FloorView(tenantId == null ? UUID.randomUUID() : tenantId, Instant.EPOCH, List.of(), List.copyOf(agents.values()));
    }

    @Override
    public Subscription subscribe(UUID tenantId, Consumer<FloorChange> subscriber) {
        subscribers.add(subscriber);
        subscriber.accept(new FloorChange(view(tenantId), Set.of(), Set.copyOf(agents.keySet())));
        return () -> subscribers.remove(subscriber);
    }

    @Override
    public Optional<AgentTalk> talkOf(UUID tenantId, UUID agentId) {
        return Optional.ofNullable(talks.get(agentId));
    }

    @Override
    public void signIn(UUID tenantId, UUID agentId, UUID extensionId, String by) {
        commands.add("in " + agentId + " by " + by);
        agent(agentId, extensionId, false);
    }

    @Override
    public void signOut(UUID tenantId, UUID agentId, String by) {
        commands.add("out " + agentId + " by " + by);
        agent(agentId, null, false);
    }

    @Override
    public void pause(UUID tenantId, UUID agentId, UUID reasonId, String by) {
        commands.add("pause " + agentId + " " + reasonId);
        agent(agentId, agents.get(agentId).extensionId(), true);
    }

    @Override
    public void resume(UUID tenantId, UUID agentId, String by) {
        commands.add("resume " + agentId);
        agent(agentId, agents.get(agentId).extensionId(), false);
    }

    @Override
    public void endWrapUp(UUID tenantId, UUID agentId, String by) {
        commands.add("ready " + agentId);
    }

    @Override
    public void toFront(UUID tenantId, String visit, String by) {
        commands.add("front " + visit);
    }

    @Override
    public void priority(UUID tenantId, String visit, int priority, String by) {
        commands.add("priority " + visit);
    }

    @Override
    public void remove(UUID tenantId, String visit, String by) {
        commands.add("remove " + visit);
    }

    @Override
    public void takingOver(UUID tenantId, UUID agentId, String by) {
        commands.add("take over " + agentId);
    }

    @Override
    public Optional<CallerStay> stay(UUID tenantId, String visit) {
        return Optional.empty();
    }
}
