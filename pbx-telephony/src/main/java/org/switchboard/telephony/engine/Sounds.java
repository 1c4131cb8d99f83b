package org.switchboard.telephony.engine;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.prompt.SystemWord;

/** What callers are played, in the words of ARI's media. */
public interface Sounds {

    /**
     * A company's prompt.
     *
     * @param promptId which
     * @return {@code sound:} and where it is
     */
    String prompt(UUID promptId);

    /**
     * The system's own words.
     *
     * @param word     which
     * @param language {@code en} or {@code ko}
     * @return media to be played one after the other; empty when the words cannot be said
     */
    List<String> words(SystemWord word, String language);

    /** Makes all prompts playable as they are in the database now. */
    void refreshAll();

    /**
     * Makes the prompts of some companies playable as they are in the database now.
     *
     * @param tenantIds which companies
     */
    void refresh(Set<UUID> tenantIds);
}
