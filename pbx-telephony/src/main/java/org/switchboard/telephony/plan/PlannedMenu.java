package org.switchboard.telephony.plan;

import java.util.Set;
import java.util.UUID;

/**
 * A menu as calls need it.
 *
 * @param id                its id, also that of its node
 * @param name              what people read
 * @param number            what extensions dial for it; null when it cannot be dialled
 * @param promptId          what is played
 * @param wrongPromptId     played first after a wrong key; null for the system's own words
 * @param noInputPromptId   played first after silence; null for none
 * @param firstDigitSeconds how long it waits after the prompt
 * @param nextDigitSeconds  how long it waits between two digits
 * @param tries             how often it is played, at least 1
 * @param directDial        whether callers may dial an extension
 * @param excluded          numbers of extensions that callers cannot dial
 */
public record PlannedMenu(UUID id, String name, String number, UUID promptId, UUID wrongPromptId, UUID noInputPromptId,
                          int firstDigitSeconds, int nextDigitSeconds, int tries, boolean directDial, Set<String> excluded) {

    /** Copies the excluded numbers. */
    public PlannedMenu {
        excluded = Set.copyOf(excluded);
    }
}
