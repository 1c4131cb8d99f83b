package org.switchboard.telephony.cdr;

import java.time.Instant;
import java.util.List;
import org.switchboard.telephony.call.Step;

/**
 * A step of the engine as a call's record keeps it; see {@link org.switchboard.telephony.call.Step} for what the values mean.
 *
 * @param at      when it was taken
 * @param kind    kind of step, a key
 * @param name    what it was about; may be empty
 * @param rule    which rule led here, a key; may be empty
 * @param reason  why, a key; may be empty
 * @param outcome how it ended, a key; may be empty
 * @param args    texts for the sentences of rule and reason; null, as in rows of former versions, becomes none
 * @param alternatives the ways that were not taken; null becomes none
 */
public record RecordedStep(Instant at, String kind, String name, String rule, String reason, String outcome, List<String> args,
                           List<Step.Alternative> alternatives) {

    /** Keeps unchangeable copies of the lists. */
    public RecordedStep {
        args = args == null ? List.of() : List.copyOf(args);
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    }

    /** What of a step belongs into the record of its call. */
    static RecordedStep of(Step step) {
        return new RecordedStep(step.at(), step.kind(), step.name(), step.rule(), step.reason(), step.outcome(), step.args(),
                step.alternatives());
    }
}
