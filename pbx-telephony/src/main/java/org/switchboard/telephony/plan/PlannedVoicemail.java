package org.switchboard.telephony.plan;

import java.util.UUID;

/**
 * A voicemail box as calls need it.
 *
 * @param id          its id, also that of its node
 * @param number      its number, unique among the company's boxes
 * @param name        what people read
 * @param extensionId whose box it is; null for a shared one
 */
public record PlannedVoicemail(UUID id, String number, String name, UUID extensionId) {

    /**
     * As it is read: its number and its name.
     *
     * @return never empty
     */
    public String label() {
        return number + " " + name;
    }
}
