package org.switchboard.telephony.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.CallRegistry;

/**
 * Hears of everything in Asterisk without controlling anything (application {@code pbx-live}): tells the calls what happens to
 * channels that ring or talk without us, and passes all on to whoever else listens.
 */
final class LiveWatch implements AriEventListener {

    static final String APPLICATION = "pbx-live";
    private static final Logger log = LoggerFactory.getLogger(LiveWatch.class);
    /** All that anybody here listens to. What is not in this list Asterisk does not send. */
    private static final Set<Class<? extends AriEvent>> HEARD = Set.of(
            AriEvent.ChannelCreated.class, AriEvent.ChannelDestroyed.class, AriEvent.ChannelStateChange.class,
            AriEvent.ChannelCallerId.class, AriEvent.ChannelConnectedLine.class, AriEvent.ChannelHold.class,
            AriEvent.ChannelUnhold.class, AriEvent.ChannelEnteredBridge.class, AriEvent.ChannelLeftBridge.class,
            AriEvent.BridgeDestroyed.class, AriEvent.BridgeBlindTransfer.class, AriEvent.BridgeAttendedTransfer.class,
            AriEvent.Dial.class, AriEvent.EndpointStateChange.class, AriEvent.PeerStatusChange.class,
            AriEvent.ContactStatusChange.class, AriEvent.ChannelUserevent.class);

    private final AriClient ari;
    private final CallRegistry calls;
    private final Runnable reconcile;
    private final Collection<AriEventListener> others;

    LiveWatch(AriClient ari, CallRegistry calls, Runnable reconcile, Collection<AriEventListener> others) {
        this.ari = ari;
        this.calls = calls;
        this.reconcile = reconcile;
        this.others = List.copyOf(others);
    }

    @Override
    public void onEvent(AriEvent event) {
        if (event instanceof AriEvent.ChannelDestroyed destroyed) {
            calls.gone(destroyed.channel().id());
        } else if (event instanceof AriEvent.Dial dial && dial.caller() != null && "ANSWER".equals(dial.dialstatus())) {
            calls.answered(dial.caller().id());
        }
        tell(listener -> listener.onEvent(event));
    }

    @Override
    public void onConnected() {
        try {
            ari.hearOnly(APPLICATION, HEARD);
        } catch (AriException e) {
            log.warn("Events could not be filtered, so more come than are needed: {}", e.getMessage());
        }
        reconcile.run();
        tell(AriEventListener::onConnected);
    }

    @Override
    public void onDisconnected(String reason) {
        tell(listener -> listener.onDisconnected(reason));
    }

    /** One listener's defect must not cost the others their events. */
    private void tell(Consumer<AriEventListener> telling) {
        for (var listener : others) {
            try {
                telling.accept(listener);
            } catch (RuntimeException e) {
                log.error("{} failed on an event", listener.getClass().getSimpleName(), e);
            }
        }
    }
}
