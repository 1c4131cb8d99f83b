package org.switchboard.telephony.call;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One decision of the engine about one call.
 *
 * @param linkedId the uniqueid that the call's first channel had when it came in, which is the call's {@code linkedid}
 * @param tenantId whose call it is
 * @param at       when it was decided, by the engine's clock
 * @param kind     kind of node: {@code route}, {@code extension}, {@code service}, {@code refuse} …
 * @param name     which one of its kind, such as the extension's number; what was dialled for {@code route}
 * @param rule     key of the rule that applied, in the words' files; empty where there was nothing to choose
 * @param reason   key of the reason, in the words' files; empty when the rule says it all
 * @param outcome  the named way out, such as {@code no_answer}; for {@code refuse} the refusal's key, for {@code route} the next node
 * @param args     texts that the sentences of rule and reason are filled in with, in their order; null becomes none
 * @param alternatives the ways that were not taken; null becomes none
 */
public record Step(String linkedId, UUID tenantId, Instant at, String kind, String name, String rule, String reason, String outcome,
                   List<String> args, List<Alternative> alternatives) {

    /**
     * A way that was not taken.
     *
     * @param outcome the named way out
     * @param to      where it would have led, in words such as {@code menu Sales}
     */
    public record Alternative(String outcome, String to) {
    }

    /** Checks that nothing is missing. */
    public Step {
        Objects.requireNonNull(linkedId);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(outcome);
        args = args == null ? List.of() : List.copyOf(args);
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    }
}
