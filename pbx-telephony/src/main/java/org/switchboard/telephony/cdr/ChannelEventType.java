package org.switchboard.telephony.cdr;

/** The kinds of Asterisk's channel events that a record is made of, in the order in which events of one instant happen. */
public enum ChannelEventType {

    /** A channel was made. */
    CHAN_START,

    /** An application of the dialplan began. */
    APP_START,

    /** An application of the dialplan ended. */
    APP_END,

    /** A channel was answered. */
    ANSWER,

    /** A channel was sent on to a number by the one it talked to. */
    BLINDTRANSFER,

    /** Two calls were made one by the phone that had both. */
    ATTENDEDTRANSFER,

    /** A ringing channel was answered from another phone. */
    PICKUP,

    /** A called phone pointed elsewhere. */
    FORWARD,

    /** Two halves of a Local channel were taken out of the way. */
    LOCAL_OPTIMIZE,

    /** A channel was joined with others. */
    BRIDGE_ENTER,

    /** A channel left the others. */
    BRIDGE_EXIT,

    /** Music on hold or a recording began to play. */
    STREAM_BEGIN,

    /** Music on hold or a recording stopped. */
    STREAM_END,

    /** An event of the dialplan's own. */
    USER_DEFINED,

    /** A channel was hung up. */
    HANGUP,

    /** A channel is gone. */
    CHAN_END,

    /** The last channel of a call is gone: the call has ended. */
    LINKEDID_END,

    /** Anything else: kept out of records. */
    OTHER;

    /**
     * Finds the kind by the word Asterisk writes.
     *
     * @param word the word in the file
     * @return the kind, {@link #OTHER} for a word that is not known here
     */
    public static ChannelEventType of(String word) {
        for (ChannelEventType type : values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        return OTHER;
    }
}
