package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands a call's channel to a context of the dialplan and waits until it comes back with a result. */
final class HandOver {

    private final CallLine line;
    private final CallPatience patience;
    private HandedBack pending;
    private int turn;

    HandOver(CallLine line, CallPatience patience, Optional<HandedBack> pending) {
        this.line = line;
        this.patience = patience;
        this.pending = pending.orElse(null);
        this.turn = pending.map(HandedBack::turn).orElse(0);
    }

    /**
     * Hands over, unless the result is here already because a restarted engine took up a call that has just come back.
     *
     * @param what    what the report will be about
     * @param atMost  how long the other side may need
     * @param whenTalked how it ends when somebody answers
     */
    HandedBack run(String what, String context, List<Map.Entry<String, String>> variables, Duration atMost, EndReason whenTalked) {
        var back = takePending(what);
        if (back != null) {
            return back;
        }
        turn++;
        variables.add(Map.entry("PBX_TURN", Integer.toString(turn)));
        line.command(ari -> {
            ari.setVariables(line.channelId(), variables);
            ari.continueAt(line.channelId(), context, "s");
        });
        return awaitReturn(atMost.plus(patience.afterRinging()), false, whenTalked);
    }

    /** Hands over to what does not come back. */
    EndReason forGood(String context, String exten, List<Map.Entry<String, String>> variables, EndReason whenOver) {
        line.command(ari -> {
            if (!variables.isEmpty()) {
                ari.setVariables(line.channelId(), variables);
            }
            ari.continueAt(line.channelId(), context, exten);
        });
        awaitReturn(patience.whileTalking(), true, whenOver);
        return whenOver;
    }

    /** What came back was asked for by an engine that is gone, and nobody waits for it. */
    void forgetPending() {
        pending = null;
    }

    private HandedBack takePending(String what) {
        var back = pending;
        pending = null;
        return back != null && back.what().equals(what) ? back : null;
    }

    /** Waits until the channel comes back. A missed event must not keep the thread: when the time is up, Asterisk is asked. */
    private HandedBack awaitReturn(Duration atMost, boolean answeredBefore, EndReason whenTalked) {
        var next = atMost;
        var answered = answeredBefore;
        while (true) {
            switch (line.mailbox().take(next)) {
                case null -> {
                    if (!line.stillExists()) {
                        throw new CallEnded(answered ? whenTalked : EndReason.CALLER_GONE);
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
                    throw new CallEnded(answered && reason == EndReason.CALLER_GONE ? whenTalked : reason);
                case CallMessage.Played _, CallMessage.Recorded _, CallMessage.Pressed _, CallMessage.Told _ -> {
                    // Of a step before.
                }
            }
        }
    }
}
