package org.switchboard.web.destination;

import jakarta.servlet.http.HttpServletRequest;
import org.switchboard.telephony.input.InvalidInput;

/** Reads numbers that were typed into fields of forms, where nothing typed means none. */
public final class FormNumber {

    private FormNumber() {
    }

    /**
     * Reads one.
     *
     * @param request what was sent
     * @param field   the field
     * @param code    key of the sentence that says what is accepted
     * @return the number; null when nothing was typed
     * @throws InvalidInput when it is no whole number
     */
    public static Integer read(HttpServletRequest request, String field, String code) {
        String typed = request.getParameter(field);
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(field, code);
        }
    }

    /**
     * Reads one that people dial.
     *
     * @param request what was sent
     * @param field   the field
     * @return what was typed; null when nothing was
     */
    public static String dialled(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null || typed.isBlank() ? null : typed;
    }
}
