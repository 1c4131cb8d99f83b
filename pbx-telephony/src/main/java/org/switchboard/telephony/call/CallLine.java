package org.switchboard.telephony.call;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;

/** A call's way to its channel: commands go out, messages come in, and both end with the call. */
final class CallLine {

    private final String channelId;
    private final AriClient ari;
    private final Mailbox mailbox;

    CallLine(String channelId, AriClient ari, Mailbox mailbox) {
        this.channelId = channelId;
        this.ari = ari;
        this.mailbox = mailbox;
    }

    String channelId() {
        return channelId;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /**
     * Tells Asterisk something.
     *
     * @throws CallEnded when the call is over, or Asterisk cannot be told
     */
    void command(Consumer<AriClient> requests) {
        ask(client -> {
            requests.accept(client);
            return null;
        });
    }

    /** The same, with a reply. */
    <T> T ask(Function<AriClient, T> request) {
        mailbox.ended().ifPresent(reason -> {
            throw new CallEnded(reason);
        });
        try {
            return request.apply(ari);
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
     * Waits for a key while the channel is held.
     *
     * @return null when none came in time
     */
    CallMessage.Pressed key(Duration atMost) {
        return (CallMessage.Pressed) unlessEnded(mailbox.takeKey(atMost));
    }

    /**
     * Waits for news while the channel is held.
     *
     * @param withKeys whether keys are wanted; otherwise they are kept
     * @return null when none came in time
     */
    CallMessage news(Duration atMost, boolean withKeys) {
        return unlessEnded(withKeys ? mailbox.takeAny(atMost) : mailbox.take(atMost));
    }

    /**
     * Waits for anything while the channel is held.
     *
     * @return null when nothing came in time
     */
    CallMessage anything(Duration atMost) {
        return unlessEnded(mailbox.takeAll(atMost));
    }

    private static CallMessage unlessEnded(CallMessage message) {
        if (message instanceof CallMessage.Ended(var reason)) {
            throw new CallEnded(reason);
        }
        return message;
    }

    /** Asterisk that cannot be reached now says nothing about the channel: go on waiting. */
    boolean stillExists() {
        try {
            return ari.channel(channelId).isPresent();
        } catch (AriException _) {
            return true;
        }
    }

    /**
     * Asks whether something that we wait for is still going on; an event may have been missed.
     *
     * @throws CallEnded when the channel itself is gone
     */
    boolean isGoingOn(Function<AriClient, Boolean> question) {
        if (!stillExists()) {
            throw new CallEnded(EndReason.CALLER_GONE);
        }
        try {
            return question.apply(ari);
        } catch (AriException _) {
            return true;
        }
    }
}
