package org.switchboard.telephony.service;

import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.flow.FlowStep;
import org.switchboard.telephony.flow.Result;
import org.switchboard.telephony.route.ServiceCode;

/** Lets the caller hear itself, to try a phone's sound out. */
public record EchoStep() implements FlowStep {

    @Override
    public Result run(Call call) {
        call.note("service", ServiceCode.ECHO.key(), "", "", "answered");
        return new Result.Done(call.echo());
    }
}
