package org.switchboard.telephony.callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.ari.AriBridge;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.callcentre.CallbackDialler;
import org.switchboard.telephony.callcentre.CallbackOffer;
import org.switchboard.telephony.callcentre.Callbacks;
import org.switchboard.telephony.distribution.Miss;
import org.switchboard.telephony.engine.CallbackLegs;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * Makes callbacks: rings the agent's phones, and gives the one that answers to {@link CallbackProgram}, which dials the customer. What Asterisk
 * tells of these phones is heard here.
 */
public final class CallbackCalls implements CallbackDialler, CallbackLegs, AriEventListener {

    private static final Logger log = LoggerFactory.getLogger(CallbackCalls.class);
    private static final String CONTEXT = "pbx-callback";

    private final AriClient ari;
    private final CallbackKeeper keeper;
    private final Callbacks floors;
    private final Function<UUID, Optional<TenantPlan>> plans;
    private final Sounds sounds;
    /** By the ids of their channels: one that rings several phones stands here several times. */
    private final Map<String, AgentRing> rings = new ConcurrentHashMap<>();
    /** Agents' channels of an engine that died while they waited for the customer. */
    private final Map<String, KeptCallback> inherited = new ConcurrentHashMap<>();

    /**
     * Wires it.
     *
     * @param ari    rings the agents' phones
     * @param keeper keeps the callbacks
     * @param floors hear what comes of it
     * @param plans  the plan of a company, by its id
     * @param sounds what agents are played
     */
    public CallbackCalls(AriClient ari, CallbackKeeper keeper, Callbacks floors, Function<UUID, Optional<TenantPlan>> plans, Sounds sounds) {
        this.ari = ari;
        this.keeper = keeper;
        this.floors = floors;
        this.plans = plans;
        this.sounds = sounds;
        keeper.afterReading(this::look);
    }

    @Override
    public void dial(CallbackOffer offer) {
        Thread.ofVirtual().name("callback-" + offer.offerId()).start(() -> ring(offer));
    }

    private void ring(CallbackOffer offer) {
        var kept = keeper.find(offer.tenantId(), offer.visit()).orElse(null);
        if (kept == null) {
            log.info("The callback of visit {} is over; its offer is taken back", offer.visit());
            floors.missed(offer.tenantId(), offer.offerId(), Miss.FAILED);
            floors.ended(offer.tenantId(), offer.visit(), Callbacks.End.CANCELLED);
            return;
        }
        var ring = new AgentRing(offer, kept);
        ring.channels().keySet().forEach(id -> rings.put(id, ring));
        ring.channels().forEach((id, device) -> {
            try {
                ari.originate(new AriClient.Origination(id, "PJSIP/" + device.sipUsername(), CONTEXT, "s", shows(kept), offer.ringSeconds(),
                        Map.of(CallbackLegs.VARIABLE, kept.id().toString(), "PBX_OFFER", mark(offer))));
            } catch (AriException e) {
                log.info("A phone cannot be rung for a callback: {}", e.getMessage());
                lost(id, ring, Miss.UNREACHABLE);
            }
        });
    }

    /** What the agent's phone shows: the customer. */
    private String shows(KeptCallback kept) {
        var korean = plans.apply(kept.tenantId()).filter(plan -> plan.company().language().equals("ko")).isPresent();
        var name = (korean ? "콜백 " : "Callback ") + kept.stay().name();
        return '"' + name.replaceAll("[\"\\\\<>\\p{Cntrl}]", " ").strip() + "\" <" + kept.stay().number() + ">";
    }

    /** For whom the agent's phone rings, as the floor reads it after a restart. */
    private static String mark(CallbackOffer offer) {
        return offer.visit() + "_" + offer.queueId().toString().replace("-", "");
    }

    @Override
    public void withdraw(UUID tenantId, long offerId) {
        rings.forEach((id, ring) -> {
            if (ring.offer().offerId() == offerId && ring.offer().tenantId().equals(tenantId) && ring.withdraw()) {
                Thread.ofVirtual().name("withdraw-" + offerId).start(() -> ring.channels().keySet().forEach(this::hangUp));
            }
        });
    }

    /**
     * Gives a callback up: nobody is called any more, and an agent who waits for the customer is let go.
     *
     * @param tenantId the company
     * @param id       the callback
     * @return false when none of the company waits under that id
     * @throws DataAccessException when the database is away
     */
    public boolean cancel(UUID tenantId, UUID id) {
        var cancelled = keeper.cancel(tenantId, id);
        cancelled.ifPresent(this::drop);
        return cancelled.isPresent();
    }

    private void drop(KeptCallback callback) {
        rings.forEach((id, ring) -> {
            if (ring.kept().id().equals(callback.id())) {
                hangUp(id);
            }
        });
    }

    private void hangUp(String channelId) {
        try {
            ari.hangUp(channelId, 16);
        } catch (AriException e) {
            log.warn("A phone that was rung for a callback could not be hung up: {}", e.getMessage());
        }
    }

    @Override
    public CallProgram program(TenantPlan plan, String callback) {
        return call -> {
            var ring = rings.get(call.channelId());
            if (ring == null || !ring.won(call.channelId())) {
                log.info("Channel {} answered for a callback that nobody offers any more", call.channelId());
                return call.hangUp(16);
            }
            ring.channels().keySet().stream().filter(id -> !id.equals(call.channelId())).forEach(this::hangUp);
            return new CallbackProgram(plan, ring, keeper, floors, sounds).run(call);
        };
    }

    @Override
    public void onEvent(AriEvent event) {
        switch (event) {
            case AriEvent.Dial dial when dial.caller() != null && "ANSWER".equals(dial.dialstatus()) -> talks(dial.caller().id());
            case AriEvent.ChannelDestroyed gone -> {
                var ring = rings.get(gone.channel().id());
                if (ring != null) {
                    lost(gone.channel().id(), ring, missOf(gone.cause()));
                }
                var kept = inherited.remove(gone.channel().id());
                if (kept != null) {
                    soon(kept, () -> missedUnseen(kept));
                }
            }
            default -> {
                // Of other things.
            }
        }
    }

    /** Q.850: 17 user busy, 21 call rejected; 3 no route, 18 no user responding, 20 subscriber absent. */
    private static Miss missOf(int cause) {
        return switch (cause) {
            case 17, 21 -> Miss.REJECTED;
            case 3, 18, 20, 27 -> Miss.UNREACHABLE;
            default -> Miss.NO_ANSWER;
        };
    }

    private void lost(String channelId, AgentRing ring, Miss miss) {
        rings.remove(channelId);
        ring.lost(channelId, miss).ifPresent(why -> floors.missed(ring.offer().tenantId(), ring.offer().offerId(), why));
    }

    private void talks(String agentChannel) {
        var ring = rings.get(agentChannel);
        var kept = ring == null ? inherited.remove(agentChannel) : ring.kept();
        if (kept != null) {
            floors.talking(kept.tenantId(), kept.stay().visit());
            soon(kept, () -> keeper.talked(kept));
        }
    }

    private void soon(KeptCallback kept, Runnable writing) {
        Thread.ofVirtual().name("callback-" + kept.id()).start(() -> {
            try {
                writing.run();
            } catch (DataAccessException e) {
                // Its attempt stays open in the database, and so it is not dialled again until somebody has looked at it.
                log.error("What came of callback {} could not be written down: {}", kept.id(), e.getMessage());
            }
        });
    }

    private void missedUnseen(KeptCallback kept) {
        if (keeper.missed(kept, AttemptResult.FAILED)) {
            floors.ended(kept.tenantId(), kept.stay().visit(), Callbacks.End.FAILED);
        } else {
            floors.customerMissed(kept.tenantId(), kept.stay().visit());
        }
    }

    @Override
    public void onConnected() {
        Thread.ofVirtual().name("callbacks-found").start(this::look);
    }

    /** Attempts that another engine began, or whose end could not be written down: Asterisk's channels tell what became of them. */
    private void look() {
        try {
            var channels = ari.channels();
            var bridges = ari.bridges();
            for (var kept : keeper.underWay()) {
                if (rings.values().stream().noneMatch(ring -> ring.kept().id().equals(kept.id()))) {
                    var channel = channels.stream().filter(one -> one.variable(CallbackLegs.VARIABLE).equals(kept.id().toString()))
                            .map(AriChannel::id).findFirst();
                    found(kept, channel, bridges);
                }
            }
        } catch (AriException | DataAccessException e) {
            log.warn("Callbacks that were under way could not be looked at: {}", e.getMessage());
        }
    }

    private void found(KeptCallback kept, Optional<String> channel, List<AriBridge> bridges) {
        if (channel.isEmpty()) {
            missedUnseen(kept);
        } else if (bridges.stream().anyMatch(bridge -> bridge.channels().contains(channel.get()) && bridge.channels().size() > 1)) {
            floors.talking(kept.tenantId(), kept.stay().visit());
            keeper.talked(kept);
        } else {
            inherited.put(channel.get(), kept);
        }
    }

    @Override
    public void onDisconnected(String reason) {
        log.debug("Callbacks under way are looked at when Asterisk is heard again: {}", reason);
    }
}
