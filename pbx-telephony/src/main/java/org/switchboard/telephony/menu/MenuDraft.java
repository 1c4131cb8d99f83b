package org.switchboard.telephony.menu;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants a menu to be.
 *
 * @param name              1 to 60 characters on one line; unique among the company's menus
 * @param number            2 to 6 digits that extensions dial for it; null when it cannot be dialled
 * @param promptId          a prompt of the same company: what callers hear
 * @param wrongPromptId     what they hear after a key that leads nowhere; null for the system's own words
 * @param noInputPromptId   what they hear after silence; null for the system's own words
 * @param firstDigitSeconds 1 to 30; null means {@value #DEFAULT_FIRST_DIGIT_SECONDS}
 * @param nextDigitSeconds  1 to 10; null means {@value #DEFAULT_NEXT_DIGIT_SECONDS}
 * @param tries             1 to 10; null means {@value #DEFAULT_TRIES}
 * @param directDial        whether callers may dial an extension; null means no
 * @param excluded          numbers of extensions that they may not dial; null means none
 * @param keys              where each key leads: {@code 0} to {@code 9}, {@code *}, {@code #}; null means no key
 * @param noInput           where it leads when nothing was pressed in all tries; null ends the call
 * @param wrongInput        where it leads when nothing that fits was pressed in all tries; null ends the call
 */
public record MenuDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.flow.number}") String number,
        @NotNull(message = "{invalid.flow.prompt}") UUID promptId,
        UUID wrongPromptId,
        UUID noInputPromptId,
        @Min(value = 1, message = "{invalid.menu.firstDigitSeconds}") @Max(value = 30, message = "{invalid.menu.firstDigitSeconds}") Integer firstDigitSeconds,
        @Min(value = 1, message = "{invalid.menu.nextDigitSeconds}") @Max(value = 10, message = "{invalid.menu.nextDigitSeconds}") Integer nextDigitSeconds,
        @Min(value = 1, message = "{invalid.menu.tries}") @Max(value = 10, message = "{invalid.menu.tries}") Integer tries,
        Boolean directDial,
        List<String> excluded,
        Map<String, DestinationDraft> keys,
        DestinationDraft noInput,
        DestinationDraft wrongInput) {

    /** How long a menu waits for a key when nobody says otherwise, in seconds. */
    public static final int DEFAULT_FIRST_DIGIT_SECONDS = 5;

    /** How long it waits for another digit when nobody says otherwise, in seconds. */
    public static final int DEFAULT_NEXT_DIGIT_SECONDS = 3;

    /** How often it is played when nobody says otherwise. */
    public static final int DEFAULT_TRIES = 3;

    /** Takes blanks off both ends and fills in the defaults. */
    public MenuDraft {
        name = Text.stripped(name);
        number = Text.stripped(number);
        firstDigitSeconds = firstDigitSeconds == null ? DEFAULT_FIRST_DIGIT_SECONDS : firstDigitSeconds;
        nextDigitSeconds = nextDigitSeconds == null ? DEFAULT_NEXT_DIGIT_SECONDS : nextDigitSeconds;
        tries = tries == null ? DEFAULT_TRIES : tries;
        directDial = Boolean.TRUE.equals(directDial);
        // Both may have nulls in them, which the service refuses by the field's name.
        excluded = excluded == null ? List.of() : Collections.unmodifiableList(excluded);
        keys = keys == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * The same without its ways out: what is stored in its own row.
     *
     * @return a draft
     */
    MenuDraft withoutExits() {
        return new MenuDraft(name, number, promptId, wrongPromptId, noInputPromptId, firstDigitSeconds, nextDigitSeconds, tries, directDial,
                excluded, null, null, null);
    }
}
