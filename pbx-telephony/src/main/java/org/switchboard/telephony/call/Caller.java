package org.switchboard.telephony.call;

import java.util.Objects;

/** Where a call comes from. */
public sealed interface Caller {

    /**
     * The caller's number.
     *
     * @return of an extension, or of the outside caller; empty when that one is anonymous
     */
    String number();

    /**
     * From a device of the company.
     *
     * @param device the device whose channel this is
     * @param number number of its extension
     */
    record Inside(DeviceRef device, String number) implements Caller {

        /** Checks that nothing is missing. */
        public Inside {
            Objects.requireNonNull(device);
            Objects.requireNonNull(number);
        }
    }

    /**
     * From outside.
     *
     * @param trunk  the trunk that the call came by
     * @param number as the trunk told it, a text that anybody may have made up; empty when the caller is anonymous
     * @param name   as the trunk told it; may be empty
     */
    record Outside(TrunkRef trunk, String number, String name) implements Caller {

        /** Checks that nothing is missing. */
        public Outside {
            Objects.requireNonNull(trunk);
            Objects.requireNonNull(number);
            Objects.requireNonNull(name);
        }
    }
}
