package org.switchboard.telephony.call;

import java.util.Locale;

/** How our part in a call ended. Every call has exactly one. */
public enum EndReason {
    /** The caller hung up, or was hung up, while we had it or it rang. */
    CALLER_GONE,
    /** It was answered, by a person or a service, and that talk is over. */
    TALKED,
    /** The caller left a message or listened to messages, and that is over. */
    VOICEMAIL,
    /** The way of the call ended there, and we hung up. */
    HUNG_UP,
    /** It was refused, and Asterisk is telling the caller so. */
    REFUSED,
    /** A phone transferred the channel, which has come back as a new call. */
    TRANSFERRED,
    /** Another connection, or Asterisk's own fallback, has taken the channel. */
    TAKEN_AWAY,
    /** A defect of ours; the caller got 500. */
    FAULT,
    /** Asterisk could not be reached with a command; what rings or talks goes on without us. */
    UNREACHABLE,
    /** This engine stopped; whoever comes next resumes at the node that is kept on the channel. */
    SHUT_DOWN;

    /**
     * The word for it in logs and metrics.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
