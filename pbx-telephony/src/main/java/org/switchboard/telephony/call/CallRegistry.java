package org.switchboard.telephony.call;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriException;

/**
 * The calls in our hands, by channel, each with its own virtual thread. It starts them within the limits, passes on what
 * concerns them, and sees to it that each ends exactly once.
 */
public final class CallRegistry implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallRegistry.class);
    private static final Pattern KEY = Pattern.compile("[0-9*#A-D]");
    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(3);

    private final CallTools tools;
    private final CallLimits limits;
    private final CallMetrics metrics;
    private final Map<String, ActiveCall> active = new ConcurrentHashMap<>();
    private final Map<UUID, AtomicInteger> perTenant = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Makes an empty registry.
     *
     * @param tools  what every call works with
     * @param limits how many calls at once
     * @param meters where calls are counted
     */
    public CallRegistry(CallTools tools, CallLimits limits, MeterRegistry meters) {
        this.tools = tools;
        this.limits = limits;
        this.metrics = new CallMetrics(meters, total::get);
    }

    /**
     * A channel came into our application. A channel that we have already either comes back with a result, or has been
     * transferred and begins a new call, or is heard of twice.
     *
     * @param channel the channel
     * @param args    the arguments of {@code Stasis(pbx,…)}: {@code new}, {@code transfer} or {@code back,…}
     * @param caller  whose channel it is
     * @param found   whether it was found there rather than reported, so that its report may still come
     * @param program what to do with it
     */
    public synchronized void arrived(AriChannel channel, List<String> args, CallParty caller, boolean found, CallProgram program) {
        var known = active.get(channel.id());
        var back = HandedBack.of(args);
        if (known == null) {
            begin(channel, caller, back, found, program);
        } else if (back.isPresent()) {
            if (!known.mailbox.post(new CallMessage.Returned(back.get()))) {
                begin(channel, caller, back, found, program);
            }
        } else if (args.equals(List.of("transfer")) && !known.reportIsStillDue()) {
            known.mailbox.post(new CallMessage.Ended(EndReason.TRANSFERRED));
            begin(channel, caller, back, found, program);
        }
    }

    private void begin(AriChannel channel, CallParty caller, Optional<HandedBack> back, boolean found, CallProgram program) {
        if (closed) {
            return;
        }
        var limit = overLimit(caller.tenantId());
        if (limit.isPresent()) {
            metrics.overLimit(limit.get());
            tools.threads().unstarted(() -> turnAway(channel, caller, limit.get())).start();
            return;
        }
        var mailbox = new Mailbox(tools.threads().bell());
        var call = new Call(channel, caller, tools, mailbox, back);
        var entry = new ActiveCall(mailbox, found);
        entry.thread = tools.threads().unstarted(() -> live(call, entry, program));
        active.put(channel.id(), entry);
        metrics.begun();
        entry.thread.start();
    }

    /** Counts a call in, or says which limit forbids it. */
    private Optional<String> overLimit(UUID tenantId) {
        if (total.incrementAndGet() > limits.total()) {
            total.decrementAndGet();
            return Optional.of("total");
        }
        var ofTenant = perTenant.computeIfAbsent(tenantId, _ -> new AtomicInteger());
        if (ofTenant.incrementAndGet() > limits.perTenant()) {
            ofTenant.decrementAndGet();
            total.decrementAndGet();
            return Optional.of("tenant");
        }
        return Optional.empty();
    }

    private void turnAway(AriChannel channel, CallParty caller, String limit) {
        var call = new Call(channel, caller, tools, new Mailbox(tools.threads().bell()), Optional.empty());
        try {
            call.note("refuse", Refusal.TOO_MANY_CALLS.key(), "limit." + limit, "", Refusal.TOO_MANY_CALLS.key());
            call.refuse(Refusal.TOO_MANY_CALLS);
        } catch (CallEnded | AriException e) {
            log.info("Call {} was over the limit and is gone: {}", channel.id(), e.getMessage());
        }
    }

    private void live(Call call, ActiveCall entry, CallProgram program) {
        var begin = tools.clock().instant();
        var reason = EndReason.FAULT;
        try {
            call.settle();
            reason = program.run(call);
        } catch (CallEnded e) {
            reason = e.reason();
        } catch (RuntimeException e) {
            log.error("Call {} of tenant {} failed", call.channelId(), call.caller().tenantId(), e);
            refuseAfterFault(call);
        } finally {
            call.release();
            entry.mailbox.close();
            active.remove(call.channelId(), entry);
            total.decrementAndGet();
            perTenant.get(call.caller().tenantId()).decrementAndGet();
            metrics.ended(reason, Duration.between(begin, tools.clock().instant()));
            log.debug("Call {} of tenant {} ended: {}", call.channelId(), call.caller().tenantId(), reason);
        }
    }

    private void refuseAfterFault(Call call) {
        try {
            call.note("refuse", Refusal.FAILED.key(), "fault", "", Refusal.FAILED.key());
            call.refuse(Refusal.FAILED);
        } catch (CallEnded | AriException e) {
            log.warn("Call {} could not be told of the fault: {}", call.channelId(), e.getMessage());
        }
    }

    /**
     * Something happened to a channel that may be in hand: a key, the end of a sound or a recording, a hangup.
     *
     * @param event any event; others are of no interest here
     */
    public void heard(AriEvent event) {
        switch (event) {
            case AriEvent.ChannelDtmfReceived key when KEY.matcher(key.digit()).matches() -> pressed(key.channel().id(), key.digit().charAt(0));
            case AriEvent.PlaybackFinished played ->
                    post(played.playback().channelId(), new CallMessage.Played(played.playback().id()));
            case AriEvent.RecordingFinished recorded -> post(recorded.recording().channelId(),
                    new CallMessage.Recorded(recorded.recording().name(), recorded.recording().duration()));
            case AriEvent.RecordingFailed failed ->
                    post(failed.recording().channelId(), new CallMessage.Recorded(failed.recording().name(), 0));
            case AriEvent.ChannelHangupRequest request when !request.soft() -> gone(request.channel().id());
            default -> log.trace("Of no interest to calls: {}", event);
        }
    }

    private void pressed(String channelId, char key) {
        if (has(channelId) && !post(channelId, new CallMessage.Pressed(key))) {
            metrics.keyDropped();
        }
    }

    private boolean post(String channelId, CallMessage message) {
        var entry = active.get(channelId);
        return entry != null && entry.mailbox.post(message);
    }

    /**
     * A channel no longer exists.
     *
     * @param channelId any channel's id
     */
    public void gone(String channelId) {
        post(channelId, new CallMessage.Ended(EndReason.CALLER_GONE));
    }

    /**
     * Somebody answered a channel's call.
     *
     * @param channelId the caller's channel
     */
    public void answered(String channelId) {
        post(channelId, new CallMessage.Answered());
    }

    /**
     * Whether a channel is in hand.
     *
     * @param channelId any channel's id
     * @return true while its call has a thread
     */
    public boolean has(String channelId) {
        return active.containsKey(channelId);
    }

    /**
     * The channels in hand, to be compared with those that exist.
     *
     * @return a copy
     */
    public Set<String> channelIds() {
        return Set.copyOf(active.keySet());
    }

    /**
     * Ends the calls whose channels turned out not to exist.
     *
     * @param before   what {@link #channelIds()} said before Asterisk was asked; calls that came later are left alone
     * @param existing ids of the channels that exist
     */
    public void compare(Set<String> before, Collection<String> existing) {
        before.stream().filter(id -> !existing.contains(id)).forEach(this::gone);
    }

    /**
     * How many calls are in hand.
     *
     * @return calls with a thread of ours
     */
    public int inHand() {
        return total.get();
    }

    /**
     * How many calls of a company are in hand.
     *
     * @param tenantId the company
     * @return its calls with a thread of ours, those that talk among them
     */
    public int inHand(UUID tenantId) {
        var count = perTenant.get(tenantId);
        return count == null ? 0 : count.get();
    }

    /** Lets go of every call without touching its channel: whoever comes next resumes at the node kept on the channel. */
    @Override
    public void close() {
        closed = true;
        var entries = List.copyOf(active.values());
        entries.forEach(entry -> entry.mailbox.post(new CallMessage.Ended(EndReason.SHUT_DOWN)));
        var deadline = System.nanoTime() + SHUTDOWN_PATIENCE.toNanos();
        try {
            for (var entry : entries) {
                if (!entry.thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    entry.thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A call that runs. */
    private static final class ActiveCall {

        private final Mailbox mailbox;
        private boolean found;
        private Thread thread;

        ActiveCall(Mailbox mailbox, boolean found) {
            this.mailbox = mailbox;
            this.found = found;
        }

        /** True once for a call that was found in our application before its event was heard. */
        synchronized boolean reportIsStillDue() {
            var due = found;
            found = false;
            return due;
        }
    }
}
