package org.switchboard.web.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/** Carries problems from the rows of a draft to the fields of a form that makes one of these rows. */
final class Forms {

    private Forms() {
    }

    /**
     * Does something, and gives the fields of its refusal the names that the form gives them.
     *
     * @param names begins of the draft's names to what the form has instead, the longest counts; {@code -} leaves the problem out
     * @param work  what to do
     * @param <T>   what it makes
     * @return what it made
     */
    static <T> T renamed(Map<String, String> names, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInput refusal) {
            List<FieldProblem> problems = refusal.problems().stream().map(problem -> names.entrySet().stream()
                    .filter(name -> problem.field().startsWith(name.getKey())).max(Comparator.comparingInt(name -> name.getKey().length()))
                    .map(name -> new FieldProblem(name.getValue() + problem.field().substring(name.getKey().length()), problem.code(), problem.args()))
                    .orElse(problem)).filter(problem -> !problem.field().startsWith("-")).toList();
            throw new InvalidInput(problems.isEmpty() ? refusal.problems() : problems);
        }
    }
}
