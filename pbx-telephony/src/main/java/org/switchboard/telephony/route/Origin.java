package org.switchboard.telephony.route;

import java.util.List;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.PlannedExtension;

/** Who calls. */
public sealed interface Origin {

    /**
     * An extension of the company.
     *
     * @param extension the extension
     * @param device    which of its devices; null when that does not matter, as in a question
     */
    record Inside(PlannedExtension extension, DeviceRef device) implements Origin {
    }

    /**
     * Somebody outside.
     *
     * @param caller  as the provider told it
     * @param dialled the company's number in E.164 that was called
     */
    record Outside(CallerNumber caller, String dialled) implements Origin {
    }

    /**
     * Which of some devices may ring for this caller: all but its own.
     *
     * @param devices the devices
     * @return in the same order
     */
    default List<DeviceRef> others(List<DeviceRef> devices) {
        return switch (this) {
            case Inside(_, var device) -> devices.stream().filter(one -> !one.equals(device)).toList();
            case Outside _ -> devices;
        };
    }

    /**
     * The caller's number.
     *
     * @return of the extension, or E.164, or what the provider sent; empty for an anonymous caller
     */
    default String number() {
        return switch (this) {
            case Inside(var extension, _) -> extension.number();
            case Outside(var caller, _) -> caller.value();
        };
    }
}
