package org.switchboard.web.page;

import org.switchboard.telephony.input.InvalidInput;

/** Reads what was typed into fields of forms. */
public final class Typed {

    private Typed() {
    }

    /**
     * A whole number.
     *
     * @param field the field's name
     * @param typed what was typed
     * @param code  key of the sentence that says what is accepted
     * @return the number; null when nothing was typed
     * @throws InvalidInput when it is no number
     */
    public static Integer number(String field, String typed, String code) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(field, code);
        }
    }
}
