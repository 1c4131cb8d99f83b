package org.switchboard.telephony.assertion;

import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.RouteStep;

/**
 * What came of asking an assertion.
 *
 * @param assertion the assertion
 * @param answer    the way that a caller takes; null when the question can no longer be asked
 * @param problem   why it can no longer be asked; null when it can
 */
public record AssertionResult(RoutingAssertion assertion, Answer answer, FieldProblem problem) {

    /**
     * Whether the company can rely on it.
     *
     * @return true when the way ends where it must and comes by all that it must
     */
    public boolean holds() {
        return answer != null && assertion.expect().is(answer.end().kind(), answer.end().name()) && missed().isEmpty();
    }

    /**
     * What the caller should have come by and did not.
     *
     * @return empty when there is nothing, or no answer
     */
    public List<RoutePoint> missed() {
        return answer == null ? List.of() : assertion.passes().stream()
                .filter(point -> answer.steps().stream().noneMatch(step -> point.is(step.kind(), step.name()))).toList();
    }

    /**
     * The step at which the way left the one that was relied on.
     *
     * @param before the same question asked of the configuration before; null when that is not known
     * @return the first step that is another than before, else the last that decided anything; empty without an answer
     */
    public Optional<RouteStep> deciding(Answer before) {
        if (answer == null) {
            return Optional.empty();
        }
        if (before != null) {
            for (var i = 0; i < answer.steps().size(); i++) {
                var step = answer.steps().get(i);
                if (i >= before.steps().size() || !sameDecision(step, before.steps().get(i))) {
                    return Optional.of(step);
                }
            }
        }
        return answer.steps().reversed().stream().filter(step -> !step.kind().equals("refuse") && !step.kind().equals("hangup")).findFirst();
    }

    // A thing that is not on the way any more may have led here by another name; what counts is what was decided.
    private static boolean sameDecision(RouteStep one, RouteStep other) {
        return one.kind().equals(other.kind()) && one.name().equals(other.name()) && one.rule().equals(other.rule())
                && one.outcome().equals(other.outcome()) && one.args().equals(other.args());
    }

    /**
     * Where the way ends.
     *
     * @return null without an answer
     */
    RoutePoint end() {
        return answer == null ? null : new RoutePoint(answer.end().kind(), answer.end().name());
    }
}
