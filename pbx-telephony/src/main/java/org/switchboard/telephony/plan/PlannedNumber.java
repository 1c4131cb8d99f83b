package org.switchboard.telephony.plan;

import java.util.UUID;

/**
 * A number that the world dials.
 *
 * @param id     its id, also that of its node
 * @param number in E.164 form
 * @param name   what the company calls it; empty when it has no name
 */
public record PlannedNumber(UUID id, String number, String name) {

    /**
     * As it is read: the number and its name.
     *
     * @return never empty
     */
    public String label() {
        return name.isEmpty() ? number : number + " " + name;
    }
}
