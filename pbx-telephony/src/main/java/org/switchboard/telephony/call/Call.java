package org.switchboard.telephony.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;

/**
 * One caller's channel in our hands, used by the call's own thread.
 *
 * <p>What needs no decision is *handed* to a context of the dialplan: one request sets the variables, one lets the channel
 * go on there. It comes back only when something is left to decide. To a step both look like one blocking method. When a
 * restarted engine resumes a call that comes back, the step runs anew and its method returns at once with what came back.
 */
public final class Call {

    private static final String RING = "ring";

    private final AriChannel channel;
    private final CallParty caller;
    private final String linkedId;
    private final AriClient ari;
    private final InstantSource clock;
    private final StepJournal journal;
    private final CallPatience patience;
    private final Mailbox mailbox;
    private CallPosition position;
    private HandedBack pending;
    private int turn;

    Call(AriChannel channel, CallParty caller, CallTools tools, Mailbox mailbox, Optional<HandedBack> pending) {
        this.channel = channel;
        this.caller = caller;
        this.linkedId = CallPosition.linkedId(channel);
        this.ari = tools.ari();
        this.clock = tools.clock();
        this.journal = tools.journal();
        this.patience = tools.patience();
        this.mailbox = mailbox;
        this.position = CallPosition.of(channel).orElse(null);
        this.pending = pending.orElse(null);
        this.turn = pending.map(HandedBack::turn).orElse(0);
    }

    /**
     * Who calls.
     *
     * @return never null
     */
    public CallParty caller() {
        return caller;
    }

    /**
     * What was dialled, exactly as the phone sent it: a text that a person typed.
     *
     * @return never null
     */
    public String dialled() {
        return channel.dialplan().exten();
    }

    /**
     * Where a resumed call stood.
     *
     * @return empty for a call that has just come in
     */
    public Optional<CallPosition> position() {
        return Optional.ofNullable(position);
    }

    /**
     * Notes that the call came to a node. The channel carries it from the next time on that it is handed over.
     *
     * @param node the node's name: letters, digits and {@code / _ * # + -}
     */
    public void enter(String node) {
        if (position == null || !position.node().equals(node)) {
            position = new CallPosition(linkedId, node, clock.instant());
        }
    }

    /**
     * Writes a decision down.
     *
     * @param kind    kind of node
     * @param name    which one of its kind
     * @param rule    key of the rule, or empty
     * @param reason  key of the reason, or empty
     * @param outcome the named way out
     */
    public void note(String kind, String name, String rule, String reason, String outcome) {
        journal.append(new Step(linkedId, caller.tenantId(), clock.instant(), kind, name, rule, reason, outcome));
    }

    /**
     * Rings devices together until one answers or the time is up. The first to answer talks; the others are told that
     * the call was answered elsewhere.
     *
     * @param devices at least one
     * @param atMost  how long they ring, in whole seconds
     * @return how it ended without an answer
     * @throws CallEnded after an answered call, and when the caller is gone
     */
    public Ringing.Result ring(Collection<DeviceRef> devices, Duration atMost) {
        var back = takePending(RING);
        if (back == null) {
            turn++;
            var variables = new ArrayList<>(position().map(CallPosition::variables).orElse(List.of()));
            variables.add(Map.entry("PBX_TURN", Integer.toString(turn)));
            variables.add(Map.entry("PBX_RING", dialString(devices)));
            variables.add(Map.entry("PBX_SECONDS", Long.toString(atMost.toSeconds())));
            command(() -> {
                ari.setVariables(channel.id(), variables);
                ari.continueAt(channel.id(), "pbx-ring", "s");
            });
            back = awaitReturn(atMost.plus(patience.afterRinging()));
        }
        return Ringing.read(back);
    }

    private static String dialString(Collection<DeviceRef> devices) {
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("no device to ring");
        }
        return devices.stream().map(device -> "PJSIP/" + device.sipUsername()).collect(Collectors.joining("&"));
    }

    /**
     * Tells the caller why there will be no talk. Nothing is left to do after it.
     *
     * @param refusal why
     * @return {@link EndReason#REFUSED}
     */
    public EndReason refuse(Refusal refusal) {
        command(() -> ari.continueAt(channel.id(), "pbx-refuse", refusal.key()));
        return EndReason.REFUSED;
    }

    /**
     * Lets the caller hear itself until it hangs up.
     *
     * @return {@link EndReason#TALKED}
     */
    public EndReason echo() {
        return handForGood("pbx-echo", "s");
    }

    /**
     * Answers and says a number digit by digit, then hangs up.
     *
     * @param digits digits only
     * @return {@link EndReason#TALKED}
     */
    public EndReason sayNumber(String digits) {
        if (digits.isEmpty() || digits.chars().anyMatch(c -> c < '0' || c > '9')) {
            throw new IllegalArgumentException("not a number");
        }
        return handForGood("pbx-say-number", digits);
    }

    /**
     * Leaves the call to the dialplan's own answer, when we cannot decide.
     *
     * @return {@link EndReason#TAKEN_AWAY}
     */
    public EndReason leaveToFallback() {
        command(() -> ari.continueAt(channel.id(), "fallback", dialled()));
        return EndReason.TAKEN_AWAY;
    }

    private EndReason handForGood(String context, String exten) {
        command(() -> ari.continueAt(channel.id(), context, exten));
        mailbox.post(new CallMessage.Answered());
        awaitReturn(patience.whileTalking());
        return EndReason.TALKED;
    }

    private HandedBack takePending(String what) {
        var back = pending;
        pending = null;
        return back != null && back.what().equals(what) ? back : null;
    }

    /** Waits until the channel comes back. A missed event must not keep the thread: when the time is up, Asterisk is asked. */
    private HandedBack awaitReturn(Duration atMost) {
        var next = atMost;
        var answered = false;
        while (true) {
            switch (mailbox.take(next)) {
                case null -> {
                    if (!stillExists()) {
                        throw new CallEnded(answered ? EndReason.TALKED : EndReason.CALLER_GONE);
                    }
                }
                case CallMessage.Answered _ -> {
                    answered = true;
                    next = patience.whileTalking();
                }
                case CallMessage.Returned(var result) -> {
                    if (result.turn() == turn) {
                        return result;
                    }
                }
                case CallMessage.Ended(var reason) ->
                    throw new CallEnded(answered && reason == EndReason.CALLER_GONE ? EndReason.TALKED : reason);
            }
        }
    }

    /** Asterisk that cannot be reached now says nothing about the channel: go on waiting. */
    private boolean stillExists() {
        try {
            return ari.channel(channel.id()).isPresent();
        } catch (AriException _) {
            return true;
        }
    }

    private void command(Runnable requests) {
        mailbox.ended().ifPresent(reason -> {
            throw new CallEnded(reason);
        });
        try {
            requests.run();
        } catch (AriException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CallEnded(EndReason.SHUT_DOWN, e);
            }
            throw switch (e.failure()) {
                case NOT_FOUND -> new CallEnded(EndReason.CALLER_GONE);
                case CONFLICT -> new CallEnded(EndReason.TAKEN_AWAY);
                case UNREACHABLE, UNAVAILABLE -> new CallEnded(EndReason.UNREACHABLE, e);
                case UNPROCESSABLE, REFUSED -> e;
            };
        }
    }

    /**
     * The channel's id, for logs.
     *
     * @return Asterisk's uniqueid
     */
    public String channelId() {
        return channel.id();
    }

    /**
     * When the call's present node was entered.
     *
     * @return empty before the first node
     */
    public Optional<Instant> enteredAt() {
        return position().map(CallPosition::enteredAt);
    }
}
