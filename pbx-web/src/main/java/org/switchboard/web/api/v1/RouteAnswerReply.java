package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.RouteStep;
import org.switchboard.web.explain.RuleWords;

/**
 * The way that a caller would take.
 *
 * @param steps what is decided, in order
 * @param end   where the way ends
 */
@Schema(name = "RouteAnswer")
record RouteAnswerReply(List<Step> steps, End end) {

    /**
     * A decision.
     *
     * @param kind         kind of the thing that the caller came to
     * @param name         which one
     * @param rule         the rule that decided, for programs
     * @param reason       the same as a sentence
     * @param outcome      by which way the caller goes on
     * @param alternatives the ways that were not taken
     */
    @Schema(name = "RouteStep")
    record Step(String kind, String name, String rule, String reason, String outcome, List<Alternative> alternatives) {

        static Step of(RouteStep step, RuleWords words, String country, Locale locale) {
            return new Step(step.kind(), step.name(), step.rule(), words.sentence(step.rule(), step.name(), step.args(), country, locale),
                    step.outcome(), step.alternatives().stream().map(way -> new Alternative(way.outcome(), way.to())).toList());
        }
    }

    /**
     * A way that was not taken.
     *
     * @param outcome its name
     * @param to      where it leads
     */
    @Schema(name = "RouteAlternative")
    record Alternative(String outcome, String to) {
    }

    /**
     * Where a way ends.
     *
     * @param kind extension, ring_group, queue, voicemail, outside_number, service, hangup or refuse
     * @param name its number where it has one, else its name; for a service, a hang-up and a refusal its word
     */
    @Schema(name = "RouteEnd")
    record End(String kind, String name) {
    }

    static RouteAnswerReply of(Answer answer, RuleWords words, String country, Locale locale) {
        return new RouteAnswerReply(steps(answer, words, country, locale), new End(answer.end().kind(), answer.end().name()));
    }

    static List<Step> steps(Answer answer, RuleWords words, String country, Locale locale) {
        return answer.steps().stream().map(step -> Step.of(step, words, country, locale)).toList();
    }
}
