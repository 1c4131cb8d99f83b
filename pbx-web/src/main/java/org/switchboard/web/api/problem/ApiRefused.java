package org.switchboard.web.api.problem;

import java.util.List;
import org.switchboard.telephony.input.FieldProblem;

/** Thrown by the API's own parts to refuse a request; nothing was changed. */
public final class ApiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<FieldProblem> problems;
    private final transient List<Object> args;

    /**
     * Refuses a request.
     *
     * @param refusal  in which way
     * @param problems which fields are wrong; empty when it is about no field
     * @param args     values for the placeholders of the refusal's sentence
     */
    public ApiRefused(Refusal refusal, List<FieldProblem> problems, Object... args) {
        this(null, refusal, problems, args);
    }

    /**
     * Refuses a request because of an exception.
     *
     * @param cause    what was thrown; the log gets it when the fault is the portal's own
     * @param refusal  in which way
     * @param problems which fields are wrong; empty when it is about no field
     * @param args     values for the placeholders of the refusal's sentence
     */
    public ApiRefused(Throwable cause, Refusal refusal, List<FieldProblem> problems, Object... args) {
        super(refusal + " " + problems, cause);
        this.refusal = refusal;
        this.problems = List.copyOf(problems);
        this.args = List.of(args);
    }

    /**
     * Refuses one parameter of the query, of the path, or one header.
     *
     * @param name its name
     * @param code key of the sentence that says what it accepts
     * @param args values for that sentence's placeholders
     * @return the exception to throw
     */
    public static ApiRefused parameter(String name, String code, Object... args) {
        return new ApiRefused(Refusal.INVALID_PARAMETER, List.of(new FieldProblem(name, code, List.of(args))));
    }

    /**
     * In which way it refuses.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }

    /**
     * Which fields are wrong.
     *
     * @return the problems; empty when it is about no field
     */
    public List<FieldProblem> problems() {
        return problems;
    }

    List<Object> args() {
        return args;
    }
}
