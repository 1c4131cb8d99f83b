package org.switchboard.telephony.input;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when what somebody sent cannot be accepted; nothing was changed. Pages show it at the fields, the API as a list. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    /**
     * Refuses input for one or more reasons.
     *
     * @param problems what is wrong, at least one
     */
    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.code()).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses input for one reason.
     *
     * @param field the field's name
     * @param code  key in the message files
     */
    public InvalidInput(String field, String code) {
        this(List.of(new FieldProblem(field, code)));
    }

    /**
     * What is wrong, in the order of the fields' names.
     *
     * @return at least one problem
     */
    public List<FieldProblem> problems() {
        return problems;
    }
}
