package org.switchboard.telephony.supervision;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.ami.ChannelMover;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.call.StepJournal;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;

/**
 * Supervisors at the talks of agents. The listening is Asterisk's own work ({@code ChanSpy}, context {@code pbx-spy}) and goes on without us; here
 * it is begun, changed, ended and recorded. Nobody listens before the record says so: without a database it is refused.
 */
public final class Supervision implements AriEventListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final String CONTEXT = "pbx-spy";
    private static final int RING_SECONDS = 25;
    /** A session that was begun more recently may have a channel that is not there yet. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final AriClient ari;
    private final ChannelMover mover;
    private final SupervisionLog record;
    private final InstantSource clock;
    private final TakingOver takingOver;
    private final StepJournal journal;
    private final Errands errands = new Errands("supervision");
    private final Map<String, SupervisionSession> sessions = new ConcurrentHashMap<>();

    /**
     * Wires it.
     *
     * @param ari            rings the supervisor's phone
     * @param mover          moves it from one mode to another
     * @param engineDatabase connections as role {@code pbx_engine}
     * @param clock          what time it is
     * @param takingOver     hears of talks that are taken over
     * @param journal        keeps what the call history says of the supervisor's own call
     */
    public Supervision(AriClient ari, ChannelMover mover, DataSource engineDatabase, InstantSource clock, TakingOver takingOver,
                       StepJournal journal) {
        this.journal = journal;
        this.takingOver = takingOver;
        this.ari = ari;
        this.mover = mover;
        this.record = new SupervisionLog(engineDatabase);
        this.clock = clock;
    }

    /** Hears that a talk is about to be taken over, so that its end can be told from others. */
    @FunctionalInterface
    public interface TakingOver {

        /**
         * A supervisor takes over.
         *
         * @param tenantId the company
         * @param agentId  whose caller
         * @param by       who does it
         */
        void takingOver(UUID tenantId, UUID agentId, String by);
    }

    /**
     * Rings a supervisor's phone; when he answers he is at the talk. Returns at once.
     *
     * @param talk  which
     * @param who   the supervisor
     * @param phone his phone
     * @param mode  what he wants to do
     * @param shows what his phone shows, such as {@code Listening: Kim}
     * @return the session
     * @throws InvalidInput when he may not, the talk is over, or it cannot be done now
     */
    public SupervisionSession ring(SpiedTalk talk, Supervisor who, DeviceRef phone, SpyMode mode, String shows) {
        allowed(who, mode);
        try {
            var variables = variables(talk, who);
            var id = UUID.randomUUID();
            var session = begin(new SupervisionSession(id, talk, who, "spy-" + id, clock.instant(), null));
            journal.append(new Step(session.channelId(), talk.tenantId(), clock.instant(), "supervision", talk.agentNumber(), "supervision." + mode.key(),
                    "", mode.key(), List.of(talk.agentName()), List.of()));
            try {
                ari.originate(new AriClient.Origination(session.channelId(), "PJSIP/" + phone.sipUsername(), CONTEXT, mode.key(),
                        '"' + shows.replaceAll("[\"\\\\<>\\p{Cntrl}]", " ") + "\" <" + talk.agentNumber() + ">", RING_SECONDS, variables));
            } catch (AriException e) {
                ended(session, clock.instant());
                throw e;
            }
            return session;
        } catch (AriException e) {
            throw away(e);
        }
    }

    /**
     * Puts a supervisor who dialled a code at a talk. Comes back when he is no longer.
     *
     * @param call his call
     * @param talk which
     * @param who  the supervisor
     * @param mode what he wants to do
     * @return how our part ended
     * @throws InvalidInput when he may not, the talk is over, or it cannot be recorded now
     */
    public EndReason join(Call call, SpiedTalk talk, Supervisor who, SpyMode mode) {
        allowed(who, mode);
        Map<String, String> variables;
        try {
            variables = variables(talk, who);
        } catch (AriException e) {
            throw away(e);
        }
        begin(new SupervisionSession(UUID.randomUUID(), talk, who, call.channelId(), clock.instant(), null));
        return call.supervise(mode.key(), variables);
    }

    /**
     * Lets a supervisor do something else at the same talk.
     *
     * @param tenantId  the company
     * @param sessionId the session
     * @param mode      what he wants to do now
     * @param may       what he may do
     * @throws NotFound     when there is no such session (any more)
     * @throws InvalidInput when he may not, his phone still rings, he has taken the talk over, or Asterisk cannot be reached
     */
    public void change(UUID tenantId, UUID sessionId, SpyMode mode, Set<SpyMode> may) {
        var session = session(tenantId, sessionId);
        allowed(new Supervisor(session.who().by(), session.who().extension(), may), mode);
        if (session.mode() == null) {
            throw new InvalidInput("mode", "taken.supervision.rings");
        }
        if (session.mode() == SpyMode.TAKE_OVER) {
            throw new InvalidInput("mode", "taken.supervision.takenOver");
        }
        try {
            var customer = session.talk().agentChannel().isEmpty() ? Optional.<AriChannel>empty() : otherEnd(session.talk().agentChannel());
            var known = customer.map(channel -> Map.of("PBX_SPY_CUSTOMER", channel.name())).orElse(Map.of());
            if (!mover.move(session.channelId(), CONTEXT, mode.key(), known)) {
                throw new NotFound("supervision", sessionId.toString());
            }
        } catch (IOException | AriException e) {
            throw away(e);
        }
    }

    /**
     * Ends a session: hangs the supervisor's phone up.
     *
     * @param tenantId  the company
     * @param sessionId the session
     * @throws NotFound     when there is no such session (any more)
     * @throws InvalidInput when Asterisk cannot be reached
     */
    public void end(UUID tenantId, UUID sessionId) {
        try {
            ari.hangUp(session(tenantId, sessionId).channelId(), 16);
        } catch (AriException e) {
            throw away(e);
        }
    }

    /**
     * The sessions that are on, and those whose supervisor's phone rings.
     *
     * @param tenantId the company
     * @return oldest first
     */
    public List<SupervisionSession> sessions(UUID tenantId) {
        return sessions.values().stream().filter(session -> session.talk().tenantId().equals(tenantId))
                .sorted(Comparator.comparing(SupervisionSession::askedAt).thenComparing(SupervisionSession::id)).toList();
    }

    private SupervisionSession session(UUID tenantId, UUID sessionId) {
        return sessions(tenantId).stream().filter(session -> session.id().equals(sessionId)).findFirst()
                .orElseThrow(() -> new NotFound("supervision", sessionId.toString()));
    }

    private static void allowed(Supervisor who, SpyMode mode) {
        if (!who.may().contains(mode)) {
            throw new InvalidInput("mode", "invalid.supervision.notAllowed");
        }
    }

    private static InvalidInput away(Exception why) {
        log.warn("No supervision now: {}", why.getMessage());
        return new InvalidInput("mode", "taken.supervision.away");
    }

    private SupervisionSession begin(SupervisionSession session) {
        try {
            record.begin(session);
        } catch (DataAccessException e) {
            throw away(e);
        }
        sessions.put(session.channelId(), session);
        return session;
    }

    /** What the dialplan must know: who is listened to, and what the supervisor's own keys may do. */
    private Map<String, String> variables(SpiedTalk talk, Supervisor who) {
        var customer = otherEnd(talk.agentChannel()).orElseThrow(() -> new InvalidInput("agent", "taken.supervision.over"));
        var variables = new HashMap<>(Map.of("PBX_SPY", talk.agentChannel(), "PBX_SPY_CUSTOMER", customer.name()));
        who.may().forEach(mode -> variables.put("PBX_SPY_" + mode.digit(), mode.key()));
        return variables;
    }

    /** Whom a channel talks with: looked up, since a transfer may have changed it. */
    private Optional<AriChannel> otherEnd(String channelId) {
        return ari.bridges().stream().filter(bridge -> bridge.channels().contains(channelId)).findFirst()
                .flatMap(bridge -> bridge.channels().stream().filter(id -> !id.equals(channelId)).findFirst()).flatMap(ari::channel);
    }

    @Override
    public void onEvent(AriEvent event) {
        switch (event) {
            case AriEvent.ChannelUserevent told when told.eventname().equals(CONTEXT) && told.channel() != null ->
                SpyMode.of(told.userevent("mode")).ifPresent(mode -> turned(told.channel().id(), mode, at(event)));
            case AriEvent.ChannelDestroyed gone -> {
                var session = sessions.get(gone.channel().id());
                if (session != null) {
                    ended(session, at(event));
                }
            }
            default -> {
                // Of other things.
            }
        }
    }

    private Instant at(AriEvent event) {
        return event.timestamp() == null ? clock.instant() : event.timestamp();
    }

    private void turned(String channelId, SpyMode mode, Instant at) {
        var session = sessions.computeIfPresent(channelId, (_, known) -> known.in(mode));
        if (session != null) {
            if (mode == SpyMode.TAKE_OVER) {
                // At once, since the agent is hung up next; and not here, since events must not wait.
                Thread.ofVirtual().name("taking-over").start(() -> tellTakeOver(session));
            }
            errands.run(() -> record.turn(session, mode, at));
        }
    }

    private void tellTakeOver(SupervisionSession session) {
        try {
            takingOver.takingOver(session.talk().tenantId(), session.talk().agentId(), session.who().by());
        } catch (NotFound | InvalidInput gone) {
            log.info("A talk that is taken over is no talk of a queue any more: {}", gone.getMessage());
        }
    }

    private void ended(SupervisionSession session, Instant at) {
        sessions.remove(session.channelId());
        errands.run(() -> record.end(session.id(), at));
    }

    /** What happened while nobody listened to Asterisk is made good as far as it can be seen. */
    @Override
    public void onConnected() {
        errands.run(() -> {
            var channels = ari.channels().stream().collect(Collectors.toMap(AriChannel::id, channel -> channel));
            var now = clock.instant();
            var all = new ArrayList<>(record.open());
            for (var session : all) {
                var channel = channels.get(session.channelId());
                if (channel != null) {
                    var known = sessions.computeIfAbsent(session.channelId(), _ -> session);
                    SpyMode.of(channel.dialplan().exten()).filter(mode -> mode != known.mode())
                            .ifPresent(mode -> turned(session.channelId(), mode, now));
                } else if (session.askedAt().isBefore(now.minus(FRESH)) || !sessions.containsKey(session.channelId())) {
                    ended(session, now);
                }
            }
        });
    }

    @Override
    public void onDisconnected(String reason) {
        log.debug("Supervision goes on unseen: {}", reason);
    }

    /** Ends its own work; supervisors stay where they are. */
    @Override
    public void close() {
        errands.close();
    }
}
