package org.switchboard.telephony.flow;

import org.switchboard.telephony.call.EndReason;

/** What came of a step. */
public sealed interface Result {

    /**
     * The call goes on.
     *
     * @param outcome by which way out
     */
    record GoOn(Outcome outcome) implements Result {
    }

    /**
     * Our part in the call is over.
     *
     * @param reason how it ended
     */
    record Done(EndReason reason) implements Result {
    }
}
