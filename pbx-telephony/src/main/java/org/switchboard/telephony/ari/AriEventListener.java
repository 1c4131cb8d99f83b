package org.switchboard.telephony.ari;

/**
 * Hears what comes over an {@link AriConnection}. All methods are called one after the other by one thread, in the
 * order in which Asterisk sent the events; whoever needs long does it elsewhere.
 */
public interface AriEventListener {

    /**
     * An event came.
     *
     * @param event never null
     */
    void onEvent(AriEvent event);

    /**
     * The connection is up. Events before this moment may have been missed: compare with what Asterisk has now.
     * Events that come meanwhile are kept and delivered afterwards.
     */
    void onConnected();

    /**
     * The connection is down; it is being set up again.
     *
     * @param reason what is known of why
     */
    void onDisconnected(String reason);
}
