package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;

/**
 * How a floor begins: out of what was kept, and what Asterisk's channels carry, it takes up talks and agents as they were, and writes down what ended
 * while nobody looked.
 */
final class FloorOpening {

    private static final Logger log = LoggerFactory.getLogger(FloorOpening.class);

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorMemory memory;
    private final List<AgentMemoryRow> agents;
    private final List<OpenStay> stays;
    private final Map<String, AriChannel> channels;

    /**
     * An opening.
     *
     * @param agents   where agents were
     * @param stays    who waited or talked
     * @param channels what Asterisk has now
     */
    FloorOpening(FloorState state, Decider decider, FloorRecord record, FloorMemory memory, List<AgentMemoryRow> agents, List<OpenStay> stays,
                 Collection<AriChannel> channels) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.memory = memory;
        this.agents = agents;
        this.stays = stays;
        this.channels = channels.stream().collect(Collectors.toMap(AriChannel::id, channel -> channel, (one, _) -> one));
    }

    void open(Crew crew, Phones phones, Talking talking) {
        var legs = new HashMap<String, AriChannel>();
        // The caller's own channel carries the mark as well, since its legs have it from there.
        channels.values().stream().filter(channel -> channel.state().equals("Up") && !channel.endpoint().isEmpty())
                .forEach(channel -> Mark.parse(channel.variable("PBX_OFFER")).filter(mark -> !mark.visit().startsWith(channel.id() + "."))
                        .ifPresent(mark -> legs.put(mark.visit(), channel)));
        stays.forEach(open -> takeUp(open, legs.remove(open.stay().visit())));
        legs.forEach((visit, leg) -> stayOf(visit, leg).ifPresent(stay -> answeredUnseen(stay, leg)));
        agents.stream().filter(row -> state.plan().callCentre().agent(row.agentId()).isPresent())
                .forEach(row -> crew.restore(row, state.seatFor(row.agentId()).talk()));
        phones.compare(channels.values());
        state.talks().forEach(talk -> phones.isOurs(talk.leg()));
        log.info("Tenant {}: the call centre is open, with {} talks that go on", state.plan().tenantId(), state.talks().size());
    }

    private void takeUp(OpenStay open, AriChannel leg) {
        var stay = new Stay(open.stay(), open.channel(), null, Stay.Phase.OUT_OF_SIGHT);
        stay.callback(open.callback());
        if (open.agentId() != null) {
            talk(stay, new Talk(open.agentId(), stay, open.agentLeg(), leg == null ? "" : leg.endpoint(), open.answeredAt(), true));
        } else if (leg != null && answeredUnseen(stay, leg)) {
            log.info("Tenant {}: call {} was answered while nobody looked", state.plan().tenantId(), open.channel());
        } else if (open.callback()) {
            // Who keeps callbacks brings it back, or has ended it.
            memory.forget(state.plan().tenantId(), stay.visit());
        } else if (channels.containsKey(open.channel())) {
            state.add(stay);
        } else {
            record.abandoned(decider.now(), stay.who(), 0);
            memory.forget(state.plan().tenantId(), stay.visit());
        }
    }

    private void talk(Stay stay, Talk talk) {
        stay.phase(Stay.Phase.TALKING);
        state.add(stay);
        state.add(talk);
    }

    /** An offer of the engine before was answered; false when by nobody whom we know. */
    private boolean answeredUnseen(Stay stay, AriChannel leg) {
        var agent = agents.stream().filter(row -> row.extensionId() != null && row.signedInSince() != null)
                .filter(row -> state.plan().extension(row.extensionId()).stream()
                        .anyMatch(extension -> extension.devices().stream().anyMatch(device -> device.sipUsername().equals(leg.endpoint()))))
                .findFirst();
        agent.ifPresent(row -> {
            var since = leg.creationtime() == null ? decider.now() : leg.creationtime();
            record.answered(since, stay.who(), row.agentId(), false);
            var talk = new Talk(row.agentId(), stay, leg.id(), leg.endpoint(), since, true);
            talk(stay, talk);
            memory.keep(OpenStay.talking(state.plan().tenantId(), talk));
        });
        return agent.isPresent();
    }

    /** A stay of which only the channels tell: it was not kept in time. */
    private Optional<Stay> stayOf(String visit, AriChannel leg) {
        var caller = channels.get(visit.substring(0, Math.max(0, visit.lastIndexOf('.'))));
        var mark = Mark.parse(leg.variable("PBX_OFFER"));
        if (caller == null || mark.isEmpty()) {
            return Optional.empty();
        }
        try {
            var enteredAt = Instant.parse(caller.variable("PBX_ENTERED"));
            var kept = KeptPlace.of(caller.variable(KeptPlace.VARIABLE), enteredAt);
            var linkedId = caller.variable("PBX_CALL").isEmpty() ? caller.id() : caller.variable("PBX_CALL");
            var who = new CallerStay(visit, mark.get().queueId(), enteredAt, kept.map(KeptPlace::priority).orElse(1), kept.map(KeptPlace::rank).orElse(0L),
                    caller.caller().number(), caller.caller().name(), linkedId);
            return Optional.of(new Stay(who, caller.id(), null, Stay.Phase.OUT_OF_SIGHT));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
