package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.switchboard.telephony.assertion.AssertionResult;
import org.switchboard.telephony.assertion.RoutingAssertion;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.web.explain.RuleWords;

/**
 * A routing assertion as the API shows it.
 *
 * @param id        its id
 * @param name      what people call it
 * @param number    what is called: E.164, or what an extension dials
 * @param caller    who calls: E.164 or an extension's number; empty for an anonymous caller
 * @param at        when; null for whenever it is asked
 * @param digits    what the caller types
 * @param ifRung    what those do whom the call rings
 * @param expect    where the way must end
 * @param passes    what the caller must come by
 * @param holds     whether it held when it was asked last
 * @param checkedAt when that was
 * @param createdAt when it was made
 */
@Schema(name = "RouteAssertion")
record RouteAssertionReply(UUID id, String name, String number, String caller, @Schema(types = {"string", "null"}, format = "date-time") Instant at,
                           String digits, IfRung ifRung, RouteAnswerReply.End expect, List<RouteAnswerReply.End> passes, boolean holds,
                           Instant checkedAt, Instant createdAt) {

    static RouteAssertionReply of(RoutingAssertion assertion) {
        return new RouteAssertionReply(assertion.id(), assertion.name(), assertion.number(), assertion.caller(), assertion.at(), assertion.digits(),
                assertion.ifRung(), new RouteAnswerReply.End(assertion.expect().kind(), assertion.expect().name()),
                assertion.passes().stream().map(point -> new RouteAnswerReply.End(point.kind(), point.name())).toList(),
                assertion.state().holds(), assertion.state().checkedAt(), assertion.createdAt());
    }

    /**
     * What came of asking all of them.
     *
     * @param passed  how many hold
     * @param failed  how many do not
     * @param results each of them, by name
     */
    @Schema(name = "RouteAssertionRun")
    record Run(int passed, int failed, List<Result> results) {

        static Run of(List<AssertionResult> results, RuleWords words, String country, Locale locale) {
            var passed = (int) results.stream().filter(AssertionResult::holds).count();
            return new Run(passed, results.size() - passed, results.stream().map(result -> Result.of(result, words, country, locale)).toList());
        }
    }

    /**
     * What came of asking one.
     *
     * @param id       the assertion
     * @param name     what people call it
     * @param passed   whether it holds
     * @param end      where the way ends; of kind {@code gone} when the question can no longer be asked
     * @param expected where it must end
     * @param missed   what the caller should have come by and did not
     * @param steps    what is decided, in order
     */
    @Schema(name = "RouteAssertionResult")
    record Result(UUID id, String name, boolean passed, RouteAnswerReply.End end, RouteAnswerReply.End expected, List<RouteAnswerReply.End> missed,
                  List<RouteAnswerReply.Step> steps) {

        static Result of(AssertionResult result, RuleWords words, String country, Locale locale) {
            var assertion = result.assertion();
            var end = result.answer() == null ? new RouteAnswerReply.End("gone", result.problem().field())
                    : new RouteAnswerReply.End(result.answer().end().kind(), result.answer().end().name());
            return new Result(assertion.id(), assertion.name(), result.holds(), end,
                    new RouteAnswerReply.End(assertion.expect().kind(), assertion.expect().name()),
                    result.missed().stream().map(point -> new RouteAnswerReply.End(point.kind(), point.name())).toList(),
                    result.answer() == null ? List.of() : RouteAnswerReply.steps(result.answer(), words, country, locale));
        }
    }
}
