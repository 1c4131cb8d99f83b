package org.switchboard.telephony.extension;

import org.switchboard.telephony.flow.Outcome;

/** The ways out of ringing an extension; an answered call has none. */
public enum ExtensionOutcome implements Outcome {
    /** On the phone, or declined. */
    BUSY,
    /** Nobody answered in time. */
    NO_ANSWER,
    /** It has no device that can be reached. */
    NOT_REGISTERED,
    /** Asterisk could not ring it. */
    FAILED
}
