package org.switchboard.telephony.assertion;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.Text;

/**
 * What an assertion shall be.
 *
 * @param name     1 to 100 characters on one line, unique in the company
 * @param question what is asked
 * @param expect   where the way must end
 * @param passes   what the caller must come by; null for nothing
 */
public record AssertionDraft(String name, QuestionDraft question, RoutePoint expect, List<RoutePoint> passes) {

    /** Kinds in which a way can end, as {@link org.switchboard.telephony.route.Answer.End} has them. */
    public static final List<String> ENDS =
            List.of("extension", "ring_group", "queue", "voicemail", "outside_number", "service", "hangup", "refuse");

    /** Kinds that a caller can come by. */
    public static final List<String> PLACES =
            List.of("number", "schedule", "menu", "announcement", "ring_group", "queue", "extension", "voicemail", "outside_number");

    private static final int MAX_NAME = 100;
    private static final int MAX_PASSES = 20;

    /** Tidies what was typed. */
    public AssertionDraft {
        name = Text.stripped(name);
        expect = tidied(expect);
        passes = passes == null ? List.of() : passes.stream().map(AssertionDraft::tidied).toList();
    }

    private static RoutePoint tidied(RoutePoint point) {
        return point == null ? null : new RoutePoint(point.kind(), Text.stripped(point.name()));
    }

    /**
     * Checks everything but the question.
     *
     * @throws InvalidInput naming each field that cannot be accepted
     */
    void check() {
        var problems = new ArrayList<FieldProblem>();
        if (!isName(name)) {
            problems.add(new FieldProblem("name", "invalid.assertion.name"));
        }
        if (!isPoint(expect, Set.copyOf(ENDS))) {
            problems.add(new FieldProblem("expect", "invalid.assertion.expect"));
        }
        if (passes.size() > MAX_PASSES || !passes.stream().allMatch(one -> isPoint(one, Set.copyOf(PLACES)))) {
            problems.add(new FieldProblem("passes", "invalid.assertion.passes"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static boolean isPoint(RoutePoint point, Set<String> kinds) {
        return point != null && point.kind() != null && kinds.contains(point.kind()) && isName(point.name());
    }

    private static boolean isName(String text) {
        return Objects.requireNonNullElse(text, "").length() >= 1 && text.codePointCount(0, text.length()) <= MAX_NAME
                && text.matches(Text.ONE_LINE);
    }
}
