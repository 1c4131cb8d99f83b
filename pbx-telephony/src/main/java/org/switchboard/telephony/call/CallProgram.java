package org.switchboard.telephony.call;

/** What is done with a call, as straight-line code on the call's own thread. */
@FunctionalInterface
public interface CallProgram {

    /**
     * Runs the call to its end.
     *
     * @param call the call; used by this thread only
     * @return how it ended when it did not end by {@link CallEnded}
     */
    EndReason run(Call call);
}
