package org.switchboard.telephony.call;

import java.time.Instant;
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
 */
public record Step(String linkedId, UUID tenantId, Instant at, String kind, String name, String rule, String reason, String outcome) {

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
    }
}
