package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.Ringing;
import org.switchboard.telephony.distribution.Decision;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Miss;

/** Offers callers to agents: rings their phones, hears what comes of it, takes it back. */
final class Offering {

    private static final Logger log = LoggerFactory.getLogger(Offering.class);
    /** What Asterisk's Dial takes in one line with room to spare. */
    private static final int MOST_DEVICES = 200;
    /** Q.850 cause 26: the call was answered elsewhere. */
    private static final int NOT_YOURS = 26;

    private final FloorState state;
    private final Decider decider;
    private final FloorRecord record;
    private final FloorTools tools;
    private final Supplier<CallbackDialler> callbacks;
    private Consumer<Stay> whenEnded = stay -> log.error("Nobody hears that an offer of {} has ended", stay.visit());

    Offering(FloorState state, Decider decider, FloorRecord record, FloorTools tools, Supplier<CallbackDialler> callbacks) {
        this.state = state;
        this.decider = decider;
        this.record = record;
        this.tools = tools;
        this.callbacks = callbacks;
    }

    /** Who hears that a caller is no longer being offered. */
    void whenEnded(Consumer<Stay> who) {
        whenEnded = who;
    }

    void begin(Decision.Offer wanted) {
        var stay = state.stay(wanted.visit());
        if (stay == null) {
            log.error("Tenant {}: an offer of {}, whom nobody knows", state.plan().tenantId(), wanted.visit());
            failed(wanted, Miss.CALLER_GONE);
            return;
        }
        var devices = new ArrayList<DeviceRef>();
        var unreachable = new HashMap<UUID, Miss>();
        for (var agent : wanted.agents()) {
            var there = state.seat(agent).devices().stream().filter(tools.registrations()::isRegistered).sorted().map(DeviceRef::new).toList();
            if (there.isEmpty()) {
                unreachable.put(agent, Miss.UNREACHABLE);
            }
            devices.addAll(there);
        }
        if (devices.isEmpty()) {
            failed(wanted, Miss.UNREACHABLE);
        } else if (wanted.callback()) {
            callBack(wanted, stay, devices);
        } else {
            ring(wanted, stay, devices, unreachable);
        }
    }

    private void ring(Decision.Offer wanted, Stay stay, List<DeviceRef> devices, Map<UUID, Miss> unreachable) {
        var order = new RingOrder(wanted.offerId(), devices.subList(0, Math.min(MOST_DEVICES, devices.size())), Duration.ofSeconds(wanted.ringSeconds()),
                new Mark(stay.visit(), wanted.queueId()).toString());
        var offer = new Offer(wanted.offerId(), stay, wanted.agents(), order);
        offer.misses().putAll(unreachable);
        state.add(offer);
        recordOffer(offer);
        if (stay.post() == null || !stay.post().tell(order)) {
            order.withdraw();
            ended(offer, Miss.FAILED);
        }
    }

    private void callBack(Decision.Offer wanted, Stay stay, List<DeviceRef> devices) {
        var agent = wanted.agents().getFirst();
        var offer = new Offer(wanted.offerId(), stay, List.of(agent), null);
        state.add(offer);
        recordOffer(offer);
        try {
            callbacks.get().dial(new CallbackOffer(state.plan().tenantId(), wanted.offerId(), stay.visit(), wanted.queueId(), agent,
                    state.seat(agent).extensionId(), devices, wanted.ringSeconds()));
        } catch (RuntimeException e) {
            log.error("Tenant {}: the callback {} could not be begun", state.plan().tenantId(), stay.visit(), e);
            ended(offer, Miss.FAILED);
        }
    }

    private void recordOffer(Offer offer) {
        var at = decider.now();
        offer.agents().forEach(agent -> record.offered(at, offer.stay().who(), agent));
    }

    /** Nothing has rung, and nobody is told of it. */
    private void failed(Decision.Offer wanted, Miss miss) {
        var misses = new HashMap<UUID, Miss>();
        wanted.agents().forEach(agent -> misses.put(agent, miss));
        decider.happened(at -> new Event.OfferFailed(at, wanted.offerId(), misses));
    }

    void withdraw(long offerId) {
        var offer = state.offer(offerId);
        if (offer == null) {
            return;
        }
        offer.withdrawn();
        if (offer.isCallback()) {
            callbacks.get().withdraw(state.plan().tenantId(), offerId);
        } else if (offer.order().withdraw()) {
            ended(offer, Miss.WITHDRAWN);
        } else {
            offer.legs().forEach(this::hangUp);
        }
    }

    /** The call that rang for it has come back. */
    void rang(long offerId, Ringing.Result result) {
        var offer = state.offer(offerId);
        if (offer != null) {
            ended(offer, switch (result) {
                case BUSY -> Miss.REJECTED;
                case NO_ANSWER -> Miss.NO_ANSWER;
                case NOT_REGISTERED -> Miss.UNREACHABLE;
                case FAILED -> Miss.FAILED;
            });
        }
    }

    /** An offer is over without an answer; of agents of whom nothing else is known this was why. */
    void ended(Offer offer, Miss miss) {
        var misses = offer.isWithdrawn() || miss == Miss.CALLER_GONE ? new HashMap<UUID, Miss>() : new HashMap<>(offer.misses());
        offer.agents().forEach(agent -> misses.putIfAbsent(agent, offer.isWithdrawn() && miss != Miss.CALLER_GONE ? Miss.WITHDRAWN : miss));
        var at = decider.now();
        misses.forEach((agent, why) -> record.offerEnded(at, offer.stay().who(), agent, why.value()));
        state.remove(offer);
        decider.happened(when -> new Event.OfferFailed(when, offer.id(), misses));
        whenEnded.accept(offer.stay());
    }

    /** A leg has begun to ring for it; when it should not any more, it is stopped at once. */
    void rings(Offer offer, AriChannel leg) {
        offer.legs().add(leg.id());
        if (offer.isWithdrawn()) {
            hangUp(leg.id());
        }
    }

    /** An agent has answered, or somebody else who picked the call up for him. */
    void answered(Offer offer, UUID agentId, AriChannel leg) {
        var at = decider.now();
        var stay = offer.stay();
        offer.agents().stream().filter(agent -> !agent.equals(agentId))
                .forEach(agent -> record.offerEnded(at, stay.who(), agent, "answered_elsewhere"));
        record.answered(at, stay.who(), agentId, false);
        state.remove(offer);
        var talk = new Talk(agentId, stay, leg.id(), leg.endpoint(), at, true);
        state.add(talk);
        stay.phase(Stay.Phase.TALKING);
        tools.memory().keep(OpenStay.talking(state.plan().tenantId(), talk));
        decider.happened(when -> new Event.OfferAnswered(when, offer.id(), agentId));
    }

    /** Somebody who is no agent at work has picked the call up: the caller is served, but not by the queue. */
    void pickedUp(Offer offer) {
        var at = decider.now();
        offer.agents().forEach(agent -> record.offerEnded(at, offer.stay().who(), agent, "answered_elsewhere"));
        record.left(at, offer.stay().who(), "pickup");
        state.remove(offer);
        state.remove(offer.stay());
        tools.memory().forget(state.plan().tenantId(), offer.stay().visit());
        decider.happened(when -> new Event.OfferFailed(when, offer.id(), offer.missesOr(Miss.CALLER_GONE)));
    }

    /** Not on the floor's own thread, since Asterisk may take its time. */
    private void hangUp(String channel) {
        tools.threads().unstarted(() -> {
            try {
                tools.ari().hangUp(channel, NOT_YOURS);
            } catch (AriException e) {
                log.warn("Channel {} could not be stopped ringing; it does so by itself: {}", channel, e.getMessage());
            }
        }).start();
    }
}
