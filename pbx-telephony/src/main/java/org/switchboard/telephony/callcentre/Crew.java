package org.switchboard.telephony.callcentre;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.distribution.AgentMemory;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.telephony.plan.PlannedAgent;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.queuelog.QueueEventKind;

/** The agents of a floor: they sign in and out, pause, and are what the distribution says. */
final class Crew {

    private static final String AGENT = "agent";

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorTools tools;
    private final Phones phones;
    private final Consumer<Runnable> later;

    Crew(FloorState state, Decider decider, FloorRecord record, FloorTools tools, Phones phones, Consumer<Runnable> later) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.tools = tools;
        this.phones = phones;
        this.later = later;
    }

    void signIn(UUID agentId, UUID wanted, String by) {
        var agent = planned(agentId);
        var seat = state.seatFor(agentId);
        var extensionId = wanted == null ? agent.extensionId() : wanted;
        if (extensionId == null) {
            throw new InvalidInput("extension", "invalid.agentState.extension");
        }
        var extension = state.plan().extension(extensionId).orElseThrow(() -> new NotFound("extension", extensionId.toString()));
        if (seat.isSignedIn() && extensionId.equals(seat.extensionId())) {
            return;
        }
        if (seat.talk() != null || seat.offer() != null) {
            throw new InvalidInput(AGENT, "taken.agentState.onCall");
        }
        makeRoom(agent, extensionId, by);
        if (seat.isSignedIn()) {
            signedOut(seat, by);
        }
        var at = decider.now();
        seat.signedInSince(at);
        seat.paused(null, null);
        takePlace(seat, extension);
        record.agent(at, QueueEventKind.SIGNED_IN, agentId, with(by, "extension", extension.number()));
        // First what the phone is doing, or a caller would be offered to somebody who is on it.
        phones.lookAt(seat);
        decider.happened(when -> new Event.AgentSignedIn(when, agentId));
        keep(seat);
    }

    /** Whoever sits there must go: not when he is on the phone. */
    private void makeRoom(PlannedAgent agent, UUID extensionId, String by) {
        for (var other : state.seats()) {
            if (!other.agentId().equals(agent.id()) && extensionId.equals(other.extensionId())) {
                if (other.talk() != null || other.offer() != null) {
                    throw new InvalidInput("extension", "taken.agentState.extension");
                }
                if (other.isSignedIn()) {
                    signedOut(other, by);
                }
            }
        }
    }

    private void takePlace(Seat seat, PlannedExtension extension) {
        var devices = extension.devices().stream().map(DeviceRef::sipUsername).collect(Collectors.toUnmodifiableSet());
        Subscription watch = devices.isEmpty() ? null
                : tools.registrations().watch(devices, () -> later.accept(() -> phones.lookAt(seat)));
        seat.at(extension.id(), devices, watch);
    }

    void signOut(UUID agentId, String by) {
        planned(agentId);
        var seat = state.seatFor(agentId);
        if (seat.isSignedIn()) {
            signedOut(seat, by);
        }
    }

    private void signedOut(Seat seat, String by) {
        var at = decider.now();
        record.agent(at, QueueEventKind.SIGNED_OUT, seat.agentId(), with(by));
        seat.signedInSince(null);
        seat.paused(null, null);
        decider.happened(when -> new Event.AgentSignedOut(when, seat.agentId()));
        if (seat.talk() == null) {
            seat.at(null, Set.of(), null);
        }
        phones.lookAt(seat);
        keep(seat);
    }

    void pause(UUID agentId, UUID reasonId, String by) {
        var seat = signedIn(agentId);
        var reason = reasonId == null ? "" : state.plan().callCentre().pauseReasons().stream().filter(of -> of.id().equals(reasonId)).findFirst()
                .orElseThrow(() -> new NotFound("pause reason", reasonId.toString())).name();
        if (seat.pausedSince() != null) {
            resumed(seat, by);
        }
        var at = decider.now();
        seat.paused(at, reasonId);
        record.agent(at, QueueEventKind.PAUSED, agentId, with(by, "reason", reason));
        decider.happened(when -> new Event.AgentPaused(when, agentId));
        keep(seat);
    }

    void resume(UUID agentId, String by) {
        var seat = signedIn(agentId);
        if (seat.pausedSince() != null) {
            resumed(seat, by);
        }
        decider.happened(when -> new Event.AgentResumed(when, agentId));
        keep(seat);
    }

    private void resumed(Seat seat, String by) {
        var at = decider.now();
        record.agent(at, QueueEventKind.RESUMED, seat.agentId(), with(by, "paused", FloorRecord.millis(seat.pausedSince(), at)));
        seat.paused(null, null);
    }

    void endWrapUp(UUID agentId) {
        planned(agentId);
        decider.happened(when -> new Event.WrapUpEnded(when, agentId));
    }

    private PlannedAgent planned(UUID agentId) {
        return state.plan().callCentre().agent(agentId).orElseThrow(() -> new NotFound(AGENT, agentId.toString()));
    }

    private Seat signedIn(UUID agentId) {
        planned(agentId);
        var seat = state.seatFor(agentId);
        if (!seat.isSignedIn()) {
            throw new InvalidInput(AGENT, "taken.agentState.signedOut");
        }
        return seat;
    }

    private static Map<String, String> with(String by, String... detail) {
        var map = new TreeMap<String, String>();
        for (var i = 0; i < detail.length; i += 2) {
            map.put(detail[i], detail[i + 1]);
        }
        if (by != null && !by.isEmpty()) {
            map.put("by", by);
        }
        return map;
    }

    /** The distribution says what an agent does now. */
    void is(Decision.AgentIs now) {
        var seat = state.seatFor(now.agentId());
        var before = seat.status();
        var at = decider.now();
        if (now.status() != AgentStatus.WRAP_UP && now.status() != AgentStatus.TALKING) {
            endWrapUp(seat);
        }
        if (now.status() == AgentStatus.SET_ASIDE && before != AgentStatus.SET_ASIDE && now.until() != null) {
            record.agent(at, QueueEventKind.SET_ASIDE, now.agentId(), Map.of("until", now.until().toString()));
        }
        seat.is(now.status(), now.since(), now.until());
        if (before == AgentStatus.TALKING && now.status() == AgentStatus.SIGNED_OUT && !seat.isSignedIn()) {
            seat.at(null, Set.of(), null);
        }
        state.touch(seat);
        keep(seat);
    }

    private void endWrapUp(Seat seat) {
        if (seat.wrapUpSince() != null) {
            record.wrapUpEnded(decider.now(), seat.wrapUpQueue(), seat.agentId(), seat.wrapUpSince());
            seat.wrapsUp(null, null);
        }
    }

    /** What is kept of an agent, as it is now. */
    private void keep(Seat seat) {
        state.touch(seat);
        decider.agent(seat.agentId()).ifPresent(agent -> {
            var wrapsUp = agent.status() == AgentStatus.WRAP_UP;
            tools.memory().keep(new AgentMemoryRow(state.plan().tenantId(), seat.agentId(), seat.signedInSince(),
                    seat.isSignedIn() ? seat.extensionId() : null, seat.pausedSince(), seat.reasonId(), wrapsUp ? agent.since() : null,
                    wrapsUp ? agent.until() : null, agent.setAsideUntil(), agent.lastTalkEnded(), agent.talksToday()));
        });
    }

    /** Takes up what was kept of an agent. */
    void restore(AgentMemoryRow row, Talk talk) {
        var seat = state.seatFor(row.agentId());
        var extension = row.extensionId() == null ? null : state.plan().extension(row.extensionId()).orElse(null);
        var signedIn = row.signedInSince() != null && extension != null;
        seat.signedInSince(signedIn ? row.signedInSince() : null);
        seat.paused(signedIn ? row.pausedSince() : null, signedIn ? row.pauseReasonId() : null);
        if (signedIn) {
            takePlace(seat, extension);
            seat.wrapsUp(talk == null ? row.wrapUpSince() : null, null);
        }
        Instant since = talk == null ? null : talk.since();
        UUID queueId = talk == null ? null : talk.stay().who().queueId();
        var memory = row.memory();
        decider.happened(at -> new Event.AgentRestored(at, row.agentId(), new AgentMemory(
                seat.signedInSince(), seat.pausedSince(), since, queueId, since == null ? memory.wrapUpSince() : null,
                since == null ? memory.wrapUpUntil() : null, memory.setAsideUntil(), memory.lastTalkEnded(), memory.talksToday())));
        phones.lookAt(seat);
    }

    /** The settings have changed: devices come and go, extensions and agents too. */
    void settingsChanged() {
        var agents = state.plan().callCentre();
        for (var seat : List.copyOf(state.seats())) {
            if (agents.agent(seat.agentId()).isEmpty()) {
                endWrapUp(seat);
                seat.at(null, Set.of(), null);
                state.removeSeat(seat.agentId());
            } else if (seat.extensionId() != null) {
                state.plan().extension(seat.extensionId()).ifPresentOrElse(extension -> {
                    takePlace(seat, extension);
                    phones.lookAt(seat);
                }, () -> signedOut(seat, ""));
            }
        }
        agents.agents().forEach(agent -> state.seatFor(agent.id()));
    }
}
