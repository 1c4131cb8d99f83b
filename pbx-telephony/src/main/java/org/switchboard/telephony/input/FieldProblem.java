package org.switchboard.telephony.input;

import java.util.List;

/**
 * One thing that is wrong with one field of what somebody sent.
 *
 * @param field the field's name as the API and the pages spell it ({@code number}); never empty
 * @param code  key of the sentence in the message files that says what is accepted ({@code invalid.extension.number})
 * @param args  values for the placeholders of that sentence, in order; empty when it has none
 */
public record FieldProblem(String field, String code, List<Object> args) {

    /** Keeps an unchangeable copy of the arguments. */
    public FieldProblem {
        args = List.copyOf(args);
    }

    /**
     * A problem whose sentence has no placeholders.
     *
     * @param field the field's name
     * @param code  key in the message files
     */
    public FieldProblem(String field, String code) {
        this(field, code, List.of());
    }
}
