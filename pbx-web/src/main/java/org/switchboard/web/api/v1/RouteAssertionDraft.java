package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.switchboard.telephony.assertion.AssertionDraft;
import org.switchboard.telephony.assertion.QuestionDraft;
import org.switchboard.telephony.assertion.RoutePoint;
import org.switchboard.telephony.route.IfRung;

/**
 * A question with the answer that a company relies on, as a script makes it.
 *
 * @param name   what people call it
 * @param number as in a question
 * @param caller as in a question
 * @param at     as in a question; absent is whenever it is asked
 * @param digits as in a question
 * @param ifRung as in a question
 * @param expect where the way must end
 * @param passes what the caller must come by, in any order; absent is nothing
 */
record RouteAssertionDraft(
        @NotNull @Size(min = 1, max = 100) String name,
        @NotNull @Schema(example = RouteQuestionDraft.NUMBER) String number,
        @Schema(example = "anonymous") String caller,
        @Schema(example = "2026-12-25T10:00:00+09:00") String at,
        @Schema(example = "1") String digits,
        IfRung ifRung,
        @NotNull Point expect,
        List<Point> passes) {

    /**
     * A thing on the way, or its end.
     *
     * @param kind its kind
     * @param name its number where it has one, else its name; for a service, a hang-up and a refusal its word
     */
    @Schema(name = "RoutePoint")
    record Point(String kind, String name) {

        static Point of(RoutePoint point) {
            return point == null ? null : new Point(point.kind(), point.name());
        }

        static RoutePoint point(Point point) {
            return point == null ? null : new RoutePoint(point.kind(), point.name());
        }
    }

    AssertionDraft draft() {
        return new AssertionDraft(name, new QuestionDraft(number, caller, at, digits, ifRung), Point.point(expect),
                passes == null ? List.of() : passes.stream().map(Point::point).toList());
    }

    static RouteAssertionDraft of(AssertionDraft draft) {
        var question = draft.question();
        return new RouteAssertionDraft(draft.name(), question.number(), Objects.requireNonNull(question.caller()), question.at(), question.digits(),
                question.ifRung(), Point.of(draft.expect()), draft.passes().stream().map(Point::of).toList());
    }
}
