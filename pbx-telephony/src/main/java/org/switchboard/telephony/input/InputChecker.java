package org.switchboard.telephony.input;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Checks drafts against the constraints written on them, and turns the database's refusals into the same kind of problem.
 * Constraint messages are keys of the message files in braces: {@code @Pattern(message = "{invalid.extension.number}")}.
 */
@Component
public final class InputChecker {

    private static final Set<String> NOT_FOR_PEOPLE = Set.of("groups", "payload", "message", "flags", "inclusive", "regexp");

    /** What Jakarta Validation adds to the path of an element of a list (its name for {@code ElementKind.CONTAINER_ELEMENT}). */
    private static final String ELEMENT = ".<list element>";

    private final Validator validator;

    /**
     * Uses the application's validator.
     *
     * @param validator Jakarta Validation
     */
    public InputChecker(Validator validator) {
        this.validator = validator;
    }

    /**
     * Accepts a draft or refuses it with every problem it has.
     *
     * @param draft what somebody sent
     * @param <T>   kind of draft
     * @return the same draft
     * @throws InvalidInput when a constraint is broken
     */
    public <T> T check(T draft) {
        List<FieldProblem> problems = validator.validate(draft).stream()
                .map(InputChecker::problem)
                .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::code))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return draft;
    }

    /**
     * Says which field a constraint of the database is about.
     *
     * @param refusal      the database's refusal
     * @param byConstraint constraint name to the problem it means
     * @return the exception to throw; the refusal itself when the constraint is not one of these
     */
    public static RuntimeException taken(DataIntegrityViolationException refusal, Map<String, FieldProblem> byConstraint) {
        if (refusal.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
            FieldProblem problem = byConstraint.get(cause.getServerErrorMessage().getConstraint());
            if (problem != null) {
                return new InvalidInput(List.of(problem));
            }
        }
        return refusal;
    }

    private static FieldProblem problem(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        String code = template.startsWith("{") && template.endsWith("}") ? template.substring(1, template.length() - 1) : template;
        List<Object> args = violation.getConstraintDescriptor().getAttributes().entrySet().stream()
                .filter(attribute -> !NOT_FOR_PEOPLE.contains(attribute.getKey()))
                .sorted(Map.Entry.<String, Object>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .toList();
        return new FieldProblem(violation.getPropertyPath().toString().replace(ELEMENT, ""), code, args);
    }
}
