package org.switchboard.telephony.agentphone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.engine.FloorCodes;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.plan.PlannedAgent;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.ServiceCode;
import org.switchboard.telephony.supervision.SpyMode;
import org.switchboard.telephony.supervision.SpiedTalk;
import org.switchboard.telephony.supervision.Supervision;
import org.switchboard.telephony.supervision.Supervisor;

/** The star codes of agents and supervisors. Each is answered, says what came of it, and hangs up. */
public final class AgentCodes implements FloorCodes {

    /** Longer than any agent's number: what is dialled by a lamp key. */
    static final int LAMP_KEY = 20;

    private static final Logger log = LoggerFactory.getLogger(AgentCodes.class);
    private static final GatherRules PIN = new GatherRules(_ -> false, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), Optional.of('#'));
    private static final int TRIES = 3;
    private static final int NORMAL = 16;

    private final CallCentre centre;
    private final Supervision supervision;
    private final AgentAccess access;
    private final Sounds sounds;
    private final InstantSource clock;

    /**
     * Wires it.
     *
     * @param centre      the floors
     * @param supervision puts supervisors at talks
     * @param access      who may do what
     * @param sounds      what callers are played
     * @param clock       what time it is
     */
    public AgentCodes(CallCentre centre, Supervision supervision, AgentAccess access, Sounds sounds, InstantSource clock) {
        this.centre = centre;
        this.supervision = supervision;
        this.access = access;
        this.sounds = sounds;
        this.clock = clock;
    }

    /** A phone of a company, and what it dialled. */
    private record Phone(Call call, TenantPlan plan, Origin.Inside origin) {

        UUID tenantId() {
            return plan.tenantId();
        }

        UUID extensionId() {
            return origin.extension().id();
        }

        String by() {
            return "extension " + origin.extension().number();
        }
    }

    @Override
    public EndReason serve(Call call, TenantPlan plan, Origin.Inside origin, ServiceCode service, String argument) {
        var phone = new Phone(call, plan, origin);
        call.answer();
        try {
            return switch (service) {
                case AGENT_SIGN_IN -> signIn(phone, argument);
                case AGENT_PAUSE -> pause(phone, argument);
                case AGENT_READY -> here(phone).map(agent -> done(phone, SystemWord.AGENT_READY, () -> centre.endWrapUp(phone.tenantId(),
                        agent.agentId(), phone.by()))).orElseGet(() -> told(phone, SystemWord.AGENT_UNKNOWN));
                case SUPERVISE_LISTEN -> supervise(phone, argument, SpyMode.LISTEN);
                case SUPERVISE_WHISPER -> supervise(phone, argument, SpyMode.WHISPER);
                case SUPERVISE_BARGE -> supervise(phone, argument, SpyMode.BARGE);
                case SUPERVISE_TAKE_OVER -> supervise(phone, argument, SpyMode.TAKE_OVER);
                default -> throw new IllegalArgumentException("none of an agent's codes: " + service);
            };
        } catch (DataAccessException e) {
            log.warn("Call {}: what was dialled cannot be done while the database is away: {}", call.channelId(), e.getMessage());
            return told(phone, SystemWord.NOT_SAVED);
        }
    }

    private EndReason signIn(Phone phone, String argument) {
        if (argument.isEmpty()) {
            return here(phone).map(agent -> signOut(phone, agent.agentId()))
                    .or(() -> phone.plan().callCentre().agentOfExtension(phone.extensionId()).map(own -> signIn(phone, own.id())))
                    .orElseGet(() -> told(phone, SystemWord.AGENT_UNKNOWN));
        }
        var agent = meant(phone, argument);
        if (agent.isPresent() && here(phone).filter(one -> one.agentId().equals(agent.get().id())).isPresent()) {
            return signOut(phone, agent.get().id());
        }
        var own = agent.filter(one -> phone.extensionId().equals(one.extensionId()));
        return own.map(one -> signIn(phone, one.id())).orElseGet(() -> withPin(phone, agent));
    }

    /** The agent whose number, or whose lamp key, was dialled. */
    private Optional<PlannedAgent> meant(Phone phone, String argument) {
        return argument.length() < LAMP_KEY ? phone.plan().callCentre().agent(argument)
                : access.agentOfLamp(phone.tenantId(), argument).flatMap(id -> phone.plan().callCentre().agent(id));
    }

    /** The same questions and words whether the agent exists or not. */
    private EndReason withPin(Phone phone, Optional<PlannedAgent> agent) {
        var before = List.<String>of();
        for (var i = 0; i < TRIES; i++) {
            var media = new ArrayList<>(before);
            media.addAll(words(phone, SystemWord.ENTER_PIN));
            var pin = phone.call().gather(media, PIN);
            switch (access.check(phone.tenantId(), agent.map(PlannedAgent::number).orElse(""), pin, clock.instant())) {
                case RIGHT -> {
                    return signIn(phone, agent.orElseThrow().id());
                }
                case LOCKED -> {
                    return told(phone, SystemWord.AGENT_LOCKED);
                }
                case WRONG -> before = words(phone, SystemWord.WRONG_PIN);
            }
        }
        return told(phone, SystemWord.GOODBYE);
    }

    private EndReason signIn(Phone phone, UUID agentId) {
        return done(phone, SystemWord.AGENT_SIGNED_IN, () -> centre.signIn(phone.tenantId(), agentId, phone.extensionId(), phone.by()));
    }

    private EndReason signOut(Phone phone, UUID agentId) {
        return done(phone, SystemWord.AGENT_SIGNED_OUT, () -> centre.signOut(phone.tenantId(), agentId, phone.by()));
    }

    /** By a lamp key only at the phone where that agent is signed in, so that nobody pauses somebody else. */
    private EndReason pause(Phone phone, String argument) {
        var agent = here(phone).filter(one -> argument.length() < LAMP_KEY
                || access.agentOfLamp(phone.tenantId(), argument).filter(one.agentId()::equals).isPresent());
        if (agent.isEmpty()) {
            return told(phone, SystemWord.AGENT_UNKNOWN);
        }
        var id = agent.get().agentId();
        if (argument.isEmpty() || argument.length() >= LAMP_KEY) {
            return agent.get().paused()
                    ? done(phone, SystemWord.AGENT_RESUMED, () -> centre.resume(phone.tenantId(), id, phone.by()))
                    : done(phone, SystemWord.AGENT_PAUSED, () -> centre.pause(phone.tenantId(), id, null, phone.by()));
        }
        return phone.plan().callCentre().pauseReason(argument)
                .map(reason -> done(phone, SystemWord.AGENT_PAUSED, () -> centre.pause(phone.tenantId(), id, reason.id(), phone.by())))
                .orElseGet(() -> told(phone, SystemWord.INVALID_CHOICE));
    }

    private EndReason supervise(Phone phone, String argument, SpyMode mode) {
        var agent = phone.plan().callCentre().agent(argument);
        var talk = agent.flatMap(one -> centre.talkOf(phone.tenantId(), one.id()));
        var queue = talk.flatMap(one -> phone.plan().queue(one.queueId()));
        if (agent.isPresent() && talk.isEmpty() && mayAny(phone, agent.get())) {
            return told(phone, SystemWord.SUPERVISION_NO_TALK);
        }
        if (talk.isEmpty() || queue.isEmpty()) {
            return told(phone, SystemWord.SUPERVISION_REFUSED);
        }
        var may = access.supervised(phone.tenantId(), phone.extensionId(), queue.get().id());
        if (!may.contains(mode)) {
            return told(phone, SystemWord.SUPERVISION_REFUSED);
        }
        try {
            return supervision.join(phone.call(), SpiedTalk.of(phone.tenantId(), talk.get(), agent.get().name(), agent.get().number(), queue.get().name()),
                    new Supervisor(phone.by(), phone.origin().extension().number(), may), mode);
        } catch (InvalidInput refused) {
            log.info("Call {}: no supervision: {}", phone.call().channelId(), refused.getMessage());
            return told(phone, SystemWord.SUPERVISION_NO_TALK);
        }
    }

    /** Whether an agent is on the phone is told to those only who may supervise him somewhere. */
    private boolean mayAny(Phone phone, PlannedAgent agent) {
        return agent.memberships().stream().anyMatch(one -> !access.supervised(phone.tenantId(), phone.extensionId(), one.queueId()).isEmpty());
    }

    /** The agent who is signed in at the phone. */
    private Optional<FloorView.Agent> here(Phone phone) {
        return centre.view(phone.tenantId()).agents().stream().filter(agent -> phone.extensionId().equals(agent.extensionId())).findFirst();
    }

    private EndReason done(Phone phone, SystemWord word, Runnable command) {
        try {
            command.run();
        } catch (InvalidInput | NotFound refused) {
            log.info("Call {}: {}", phone.call().channelId(), refused.getMessage());
            return told(phone, SystemWord.AGENT_NOT_NOW);
        }
        return told(phone, word);
    }

    private EndReason told(Phone phone, SystemWord word) {
        phone.call().play(words(phone, word));
        return phone.call().hangUp(NORMAL);
    }

    private List<String> words(Phone phone, SystemWord word) {
        return sounds.words(word, phone.plan().company().language());
    }
}
