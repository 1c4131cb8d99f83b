package org.switchboard.telephony.flow;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.Refusal;

/**
 * Tells the caller why there will be no talk, and ends the call.
 *
 * @param refusal why
 */
public record RefuseStep(Refusal refusal) implements FlowStep {

    /** The kind of node in graphs and in the journal. */
    public static final String KIND = "refuse";

    @Override
    public Result run(Call call) {
        call.note(KIND, refusal.key(), "", "", refusal.key());
        return new Result.Done(call.refuse(refusal));
    }

    /**
     * The node for a refusal.
     *
     * @param refusal why
     * @return its name
     */
    public static NodeRef node(Refusal refusal) {
        return new NodeRef(KIND, refusal.key());
    }
}
