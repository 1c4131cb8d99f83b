package org.switchboard.telephony.callcentre;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.distribution.Event;
import org.switchboard.telephony.distribution.Miss;

/** What the company's phones do, by Asterisk's events: who rings, answers, is on another call, is gone. */
final class Phones {

    private static final String LINKED_ID = "CHANNEL(linkedid)";

    private final FloorState state;
    private final Decider decider;
    private final Offering offering;
    private final Talking talking;
    private final Visitors visitors;
    private final Registrations registrations;
    private final Map<String, Leg> legs = new HashMap<>();
    private final Map<String, Set<Leg>> byDevice = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    Phones(FloorState state, Decider decider, Offering offering, Talking talking, Visitors visitors, Registrations registrations) {
        this.state = state;
        this.decider = decider;
        this.offering = offering;
        this.talking = talking;
        this.visitors = visitors;
        this.registrations = registrations;
    }

    void heard(AriEvent event) {
        switch (event) {
            case AriEvent.ChannelCreated created -> seen(created.channel());
            case AriEvent.Dial dial when dial.caller() != null && dial.peer() != null -> dialled(dial);
            case AriEvent.ChannelDestroyed destroyed -> gone(destroyed.channel().id(), destroyed.cause());
            case AriEvent.ChannelEnteredBridge entered -> talking.moved(entered.channel().id(), false);
            case AriEvent.ChannelLeftBridge left -> talking.moved(left.channel().id(), true);
            case AriEvent.BridgeBlindTransfer transfer when transfer.channel() != null -> talking.transferred(transfer.channel().id());
            case AriEvent.BridgeAttendedTransfer transfer when transfer.transfererFirstLeg() != null ->
                talking.transferred(transfer.transfererFirstLeg().id());
            default -> {
                // Says nothing of agents or their callers.
            }
        }
    }

    private void seen(AriChannel channel) {
        if (DeviceRef.isDevice(channel.endpoint()) && !legs.containsKey(channel.id())) {
            var leg = new Leg(channel.id(), channel.endpoint(), isOffered(channel));
            legs.put(leg.channel(), leg);
            changed.add(leg.channel());
            byDevice.computeIfAbsent(leg.device(), _ -> new HashSet<>()).add(leg);
            lookAt(leg.device());
        }
    }

    /** A channel is made before it is known who dials it; but Asterisk tells at once to which call it belongs. */
    private boolean isOffered(AriChannel channel) {
        return state.seats().stream().filter(seat -> seat.offer() != null && seat.devices().contains(channel.endpoint())).anyMatch(seat -> {
            var offer = seat.offer();
            return offer.isCallback() ? !channel.state().equals("Ring") : channel.variable(LINKED_ID).equals(offer.stay().who().linkedId());
        });
    }

    private void dialled(AriEvent.Dial dial) {
        var stay = state.stayOf(dial.caller().id());
        if (stay == null) {
            return;
        }
        var answered = "ANSWER".equals(dial.dialstatus());
        var offer = stay.offer();
        if (offer != null && !offer.isCallback()) {
            isOurs(dial.peer().id());
            if (answered) {
                answered(offer, dial.peer());
            } else if (dial.dialstatus() == null || dial.dialstatus().isEmpty()) {
                offering.rings(offer, dial.peer());
            }
        } else if (answered && stay.phase() == Stay.Phase.OUT_OF_SIGHT) {
            // First that the agent talks: a phone that is only said to be on no other call would be offered the next caller.
            visitors.answeredOutOfSight(stay, dial.peer());
            isOurs(dial.peer().id());
        }
    }

    private void answered(Offer offer, AriChannel peer) {
        var seats = state.seats().stream().filter(seat -> seat.devices().contains(peer.endpoint())).toList();
        seats.stream().filter(seat -> offer.agents().contains(seat.agentId())).findFirst()
                .or(() -> seats.stream().filter(seat -> seat.isSignedIn() && seat.talk() == null).findFirst())
                .ifPresentOrElse(seat -> offering.answered(offer, seat.agentId(), peer), () -> offering.pickedUp(offer));
    }

    private void gone(String channel, int cause) {
        var leg = legs.remove(channel);
        if (leg != null) {
            changed.add(channel);
            miss(leg, cause);
            byDevice.getOrDefault(leg.device(), Set.of()).remove(leg);
            talking.legGone(channel);
            lookAt(leg.device());
            if (byDevice.getOrDefault(leg.device(), Set.of()).isEmpty()) {
                byDevice.remove(leg.device());
            }
        }
        visitors.channelGone(channel);
    }

    /** Of several who ring, each has a reason of his own. Q.850: 17 busy, 21 declined; 3, 18, 20 nobody there. */
    private void miss(Leg leg, int cause) {
        state.seats().stream().filter(seat -> seat.offer() != null && seat.devices().contains(leg.device()) && seat.offer().legs().contains(leg.channel()))
                .forEach(seat -> {
                    switch (cause) {
                        case 17, 21 -> seat.offer().misses().put(seat.agentId(), Miss.REJECTED);
                        case 3, 18, 20 -> seat.offer().misses().putIfAbsent(seat.agentId(), Miss.UNREACHABLE);
                        default -> {
                            // Let ring until the time was up, or somebody else was faster.
                        }
                    }
                });
    }

    /** A leg that is known to be an agent's talk or offer, whatever the events said. */
    void isOurs(String channel) {
        var leg = legs.get(channel);
        if (leg != null && !leg.isOurs()) {
            leg.ours();
            lookAt(leg.device());
        }
    }

    /** Whose a channel is. */
    Optional<String> deviceOf(String channel) {
        return Optional.ofNullable(legs.get(channel)).map(Leg::device);
    }

    private void lookAt(String device) {
        state.seats().stream().filter(seat -> seat.devices().contains(device)).forEach(this::lookAt);
    }

    /** Tells the distribution when an agent's phone got or lost another call, or came or went. */
    void lookAt(Seat seat) {
        var busy = seat.devices().stream().flatMap(device -> byDevice.getOrDefault(device, Set.of()).stream()).anyMatch(leg -> !leg.isOurs());
        if (seat.otherCall(busy)) {
            decider.happened(at -> new Event.AgentOtherCall(at, seat.agentId(), busy));
        }
        var reachable = !seat.isSignedIn() || isThere(seat);
        if (seat.reachable(reachable)) {
            decider.happened(at -> new Event.AgentReachable(at, seat.agentId(), reachable));
        }
    }

    /** Nobody may ring an extension that is not to be disturbed. */
    private boolean isThere(Seat seat) {
        var quiet = state.plan().extension(seat.extensionId()).map(extension -> extension.doNotDisturb()).orElse(true);
        return !quiet && seat.devices().stream().anyMatch(registrations::isRegistered);
    }

    /** Asterisk is about to be asked what channels there are. */
    void look() {
        changed.clear();
    }

    /**
     * Takes what exists for what is: events may have been missed. Of channels that came or went since Asterisk was asked the list may know
     * less than the events, so they are left alone: an agent who has answered meanwhile would be held to be free.
     */
    void compare(Collection<AriChannel> channels) {
        var meanwhile = Set.copyOf(changed);
        var existing = channels.stream().map(AriChannel::id).collect(Collectors.toSet());
        existing.addAll(meanwhile);
        Set.copyOf(legs.keySet()).stream().filter(id -> !existing.contains(id)).forEach(id -> gone(id, 0));
        channels.stream().filter(channel -> !meanwhile.contains(channel.id())).forEach(this::seen);
        talking.compare(existing);
    }
}
