package org.switchboard.telephony.cdr;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;

/** Notices that Asterisk was started anew, and has the calls recorded that ended with the Asterisk before. */
public final class AsteriskStarts implements AriEventListener {

    private static final Logger LOG = LoggerFactory.getLogger(AsteriskStarts.class);

    private final AriClient ari;
    private final CallRecorder recorder;

    /**
     * Puts the two together.
     *
     * @param ari      tells when Asterisk was started
     * @param recorder records calls that were cut short
     */
    public AsteriskStarts(AriClient ari, CallRecorder recorder) {
        this.ari = ari;
        this.recorder = recorder;
    }

    @Override
    public void onEvent(AriEvent event) {
        // Only a new connection can lead to a new Asterisk.
    }

    @Override
    public void onConnected() {
        try {
            recorder.engineStarted(ari.startedAt());
        } catch (AriException e) {
            LOG.warn("When Asterisk was started is not known; calls that it lost are recorded with its next call: {}", e.getMessage());
        }
    }

    @Override
    public void onDisconnected(String reason) {
        // Calls may be going on: nothing is known of them before the next connection.
    }
}
