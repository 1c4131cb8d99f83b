package org.switchboard.telephony.extension;

import java.time.Duration;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.flow.FlowStep;
import org.switchboard.telephony.flow.Result;
import org.switchboard.telephony.plan.PlannedExtension;

/**
 * Rings all devices of an extension together, except the one that calls.
 *
 * @param extension which
 */
public record ExtensionStep(PlannedExtension extension) implements FlowStep {

    /** The kind of node in graphs and in the journal. */
    public static final String KIND = "extension";

    @Override
    public Result run(Call call) {
        var others = extension.devices().stream().filter(device -> !call.caller().isDevice(device)).toList();
        if (others.isEmpty()) {
            // Whose only device is calling is on the phone; whose has none cannot be reached.
            return new Result.GoOn(extension.devices().isEmpty() ? ExtensionOutcome.NOT_REGISTERED : ExtensionOutcome.BUSY);
        }
        return new Result.GoOn(switch (call.ring(others, Duration.ofSeconds(extension.ringSeconds()))) {
            case BUSY -> ExtensionOutcome.BUSY;
            case NO_ANSWER -> ExtensionOutcome.NO_ANSWER;
            case NOT_REGISTERED -> ExtensionOutcome.NOT_REGISTERED;
            case FAILED -> ExtensionOutcome.FAILED;
        });
    }
}
