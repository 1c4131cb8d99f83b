package org.switchboard.telephony.menu;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;

/**
 * A menu that callers choose from by pressing keys.
 *
 * @param id                its id
 * @param tenantId          the company
 * @param name              what people of the company call it
 * @param number            what extensions dial for it; null when it cannot be dialled
 * @param promptId          what callers hear
 * @param wrongPromptId     what they hear after a key that leads nowhere; null for the system's own words
 * @param noInputPromptId   what they hear after silence; null for the system's own words
 * @param firstDigitSeconds how long it waits for a key after the prompt, in seconds
 * @param nextDigitSeconds  how long it waits for another digit, in seconds
 * @param tries             how often it is played when nothing, or nothing that fits, is pressed
 * @param directDial        whether callers may dial an extension
 * @param excluded          numbers of extensions that they may not dial
 * @param createdAt         when it was made
 * @param exits             where its ways out lead, by their keys in {@link MenuExit}
 */
public record Menu(UUID id, UUID tenantId, String name, String number, UUID promptId, UUID wrongPromptId, UUID noInputPromptId,
                   int firstDigitSeconds, int nextDigitSeconds, int tries, boolean directDial, List<String> excluded, Instant createdAt,
                   Map<String, Destination> exits) {

    /** Keeps unchangeable copies. */
    public Menu {
        excluded = List.copyOf(excluded);
        exits = Map.copyOf(exits);
    }

    /**
     * The keys that lead somewhere.
     *
     * @return by what is pressed, in the order 1 to 9, *, 0, #
     */
    public Map<String, Destination> keys() {
        Map<String, Destination> keys = new LinkedHashMap<>();
        MenuExit.KEYS.stream().filter(key -> exits.containsKey(MenuExit.ofKey(key)))
                .forEach(key -> keys.put(key, exits.get(MenuExit.ofKey(key))));
        return keys;
    }

    /**
     * Where it leads when nothing was pressed in all tries.
     *
     * @return null when the call ends then
     */
    public Destination noInput() {
        return exits.get(MenuExit.NO_INPUT);
    }

    /**
     * Where it leads when nothing that fits was pressed in all tries.
     *
     * @return null when the call ends then
     */
    public Destination wrongInput() {
        return exits.get(MenuExit.WRONG_INPUT);
    }

    Menu withExits(Map<String, Destination> found) {
        return new Menu(id, tenantId, name, number, promptId, wrongPromptId, noInputPromptId, firstDigitSeconds, nextDigitSeconds, tries,
                directDial, excluded, createdAt, found);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public MenuDraft draft() {
        Map<String, DestinationDraft> keys = new LinkedHashMap<>();
        keys().forEach((key, to) -> keys.put(key, to.draft()));
        return new MenuDraft(name, number, promptId, wrongPromptId, noInputPromptId, firstDigitSeconds, nextDigitSeconds, tries, directDial,
                excluded, keys, noInput() == null ? null : noInput().draft(), wrongInput() == null ? null : wrongInput().draft());
    }
}
