package org.switchboard.telephony.agent;

import java.util.UUID;

/**
 * Why an agent can pause.
 *
 * @param id    its id
 * @param name  what people read
 * @param digit 1 to 9: what is dialled behind the star code for it
 */
public record PauseReason(UUID id, String name, String digit) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public PauseReasonDraft draft() {
        return new PauseReasonDraft(name, digit);
    }
}
