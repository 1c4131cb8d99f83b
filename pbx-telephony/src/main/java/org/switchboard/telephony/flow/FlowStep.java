package org.switchboard.telephony.flow;

import org.switchboard.telephony.call.Call;

/** What one node does to a call, as straight-line blocking code. It does not know what comes next. */
@FunctionalInterface
public interface FlowStep {

    /**
     * Does it. Must be fit to run again from its beginning, since a restarted engine resumes at the node.
     *
     * @param call the call
     * @return by which way out the call goes on, or how it ended
     * @throws org.switchboard.telephony.call.CallEnded when the call is over
     */
    Result run(Call call);
}
