package org.switchboard.telephony.service;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.flow.FlowStep;
import org.switchboard.telephony.flow.Result;
import org.switchboard.telephony.route.ServiceCode;

/** Says the caller's own extension, digit by digit. */
public record OwnNumberStep() implements FlowStep {

    @Override
    public Result run(Call call) {
        call.note("service", ServiceCode.OWN_NUMBER.key(), "", "", "answered");
        return new Result.Done(call.sayNumber(call.caller().number()));
    }
}
