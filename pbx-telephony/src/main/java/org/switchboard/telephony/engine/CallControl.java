package org.switchboard.telephony.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.CallParty;
import org.switchboard.telephony.call.CallRegistry;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.plan.PlanStore;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedTrunk;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Origin;

/** Takes the channels that come into the application {@code pbx}, by their events or, where events were missed, by looking. */
final class CallControl implements AriEventListener {

    static final String APPLICATION = "pbx";
    private static final Logger log = LoggerFactory.getLogger(CallControl.class);

    private final AriClient ari;
    private final PlanStore plans;
    private final CallRegistry calls;
    private final CallPrograms programs;
    private final CallbackLegs callbacks;

    CallControl(AriClient ari, PlanStore plans, CallRegistry calls, CallPrograms programs, CallbackLegs callbacks) {
        this.callbacks = callbacks;
        this.ari = ari;
        this.plans = plans;
        this.calls = calls;
        this.programs = programs;
    }

    @Override
    public void onEvent(AriEvent event) {
        if (event instanceof AriEvent.StasisStart start) {
            take(start.channel(), start.args(), false);
        } else if (event instanceof AriEvent.ApplicationReplaced) {
            log.warn("Another engine has taken over the application {} of this Asterisk", APPLICATION);
        } else {
            calls.heard(event);
        }
    }

    @Override
    public void onConnected() {
        reconcile();
    }

    @Override
    public void onDisconnected(String reason) {
        log.warn("No control over calls until ARI is back; Asterisk goes on by itself");
    }

    /**
     * Compares the calls in hand with the channels that exist: ends those whose channel is gone, and takes up those that
     * sit in the application without anybody knowing.
     */
    void reconcile() {
        if (plans.loadedAt().isEmpty()) {
            // Nothing is in hand yet, and without plans every caller would look like a stranger.
            return;
        }
        try {
            var before = calls.channelIds();
            var channels = ari.channels();
            calls.compare(before, channels.stream().map(AriChannel::id).collect(Collectors.toSet()));
            for (var channel : channels) {
                var args = argumentsIfWaiting(channel);
                if (args != null && (!calls.has(channel.id()) || args.getFirst().equals("back"))) {
                    takeIfStillWaiting(channel.id());
                }
            }
        } catch (AriException e) {
            log.warn("The calls could not be compared with Asterisk's channels; next time: {}", e.getMessage());
        }
    }

    /** The list may be older than what has happened since, so the channel is looked at once more. */
    private void takeIfStillWaiting(String channelId) {
        ari.channel(channelId).ifPresent(channel -> {
            var args = argumentsIfWaiting(channel);
            if (args != null) {
                take(channel, args, true);
            }
        });
    }

    /** The arguments of {@code Stasis(pbx,…)} when a channel is in our application now, else null. */
    private static List<String> argumentsIfWaiting(AriChannel channel) {
        var place = channel.dialplan();
        var parts = Arrays.asList(place.appData().split(","));
        return place.appName().equals("Stasis") && parts.size() > 1 && parts.getFirst().equals(APPLICATION)
                ? parts.subList(1, parts.size()) : null;
    }

    private void take(AriChannel channel, List<String> args, boolean found) {
        var name = channel.endpoint();
        if (DeviceRef.isDevice(name)) {
            var device = new DeviceRef(name);
            var plan = plans.planOf(device);
            var extension = plan.flatMap(tenant -> tenant.extensionOf(device));
            if (extension.isPresent()) {
                takeFromInside(channel, args, found, plan.get(), new Origin.Inside(extension.get(), device));
                return;
            }
        } else if (TrunkRef.isTrunk(name)) {
            var plan = plans.planOfTrunk(name);
            var trunk = plan.flatMap(tenant -> tenant.trunk(name));
            if (trunk.isPresent()) {
                takeFromOutside(channel, args, found, plan.get(), trunk.get());
                return;
            }
        }
        // A device made a moment ago may call before its plan is here. The dialplan asks the database itself.
        log.info("Channel {} belongs to no device in the plans; left to the dialplan's own answer", channel.name());
        Thread.ofVirtual().name("leave-" + channel.id()).start(() -> leave(channel));
    }

    private void takeFromInside(AriChannel channel, List<String> args, boolean found, TenantPlan plan, Origin.Inside origin) {
        var party = new CallParty(plan.tenantId(), new Caller.Inside(origin.device(), origin.extension().number()));
        var dialled = channel.dialplan().exten();
        var callback = channel.variable(CallbackLegs.VARIABLE);
        if (!callback.isEmpty() && !isTransfer(args)) {
            calls.arrived(channel, args, party, found, callbacks.program(plan, callback));
            return;
        }
        if (OutsideArrival.isTest(channel) && !isTransfer(args)) {
            calls.arrived(channel, args, party, found, programs.outside(plan, OutsideArrival.ofTest(channel, plan)));
            return;
        }
        calls.arrived(channel, args, party, found, isTransfer(args)
                ? programs.transferred(plan, origin, transferrer(channel, plan).orElse(origin.extension()), dialled)
                : programs.inside(plan, origin.extension(), origin.device(), dialled));
    }

    private void takeFromOutside(AriChannel channel, List<String> args, boolean found, TenantPlan plan, PlannedTrunk trunk) {
        var arrival = OutsideArrival.of(channel, plan, trunk);
        var party = new CallParty(plan.tenantId(), new Caller.Outside(new TrunkRef(trunk.endpointId()), arrival.caller().value(), arrival.name()));
        var by = isTransfer(args) ? transferrer(channel, plan) : Optional.<PlannedExtension>empty();
        calls.arrived(channel, args, party, found, by
                .map(extension -> programs.transferred(plan, new Origin.Outside(arrival.caller(), arrival.dialled()), extension, channel.dialplan().exten()))
                .orElseGet(() -> programs.outside(plan, arrival)));
    }

    private static boolean isTransfer(List<String> args) {
        return args.getFirst().equals("transfer");
    }

    /** Who transferred a channel; the dialplan has noted it from BLINDTRANSFER. */
    private static Optional<PlannedExtension> transferrer(AriChannel channel, TenantPlan plan) {
        return Optional.of(channel.variable("PBX_BY")).filter(DeviceRef::isDevice).flatMap(device -> plan.extensionOf(new DeviceRef(device)));
    }

    private void leave(AriChannel channel) {
        try {
            ari.continueAt(channel.id(), "fallback", channel.dialplan().exten());
        } catch (AriException e) {
            log.info("Channel {} could not be left to the dialplan: {}", channel.id(), e.getMessage());
        }
    }
}
