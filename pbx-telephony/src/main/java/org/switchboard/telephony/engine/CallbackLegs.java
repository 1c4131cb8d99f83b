package org.switchboard.telephony.engine;

import org.switchboard.telephony.call.CallProgram;
import org.switchboard.telephony.plan.TenantPlan;

/** What is done with the phone of an agent that was rung so that a customer can be called back. */
@FunctionalInterface
public interface CallbackLegs {

    /** The channel variable that such a phone's channel carries. */
    String VARIABLE = "PBX_CALLBACK";

    /** For an engine without a call centre: whoever answered is let go. */
    CallbackLegs NONE = (_, _) -> call -> call.hangUp(16);

    /**
     * What to do with it.
     *
     * @param plan     the company
     * @param callback the value of the channel variable {@link #VARIABLE}
     * @return never null
     */
    CallProgram program(TenantPlan plan, String callback);
}
