package org.switchboard.telephony.assertion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.route.IfRung;

/**
 * A question with the answer that a company relies on.
 *
 * @param id        its id
 * @param tenantId  the company
 * @param name      what people call it
 * @param number    what is called: E.164 for one of the company's numbers, else what an extension dials
 * @param caller    who calls: E.164, an extension's number, or empty for an anonymous caller
 * @param at        when; null for the moment at which it is asked
 * @param digits    what the caller types
 * @param ifRung    what those do whom the call rings
 * @param expect    where the way must end
 * @param passes    what the caller must come by, in any order; may be empty
 * @param state     what came of it when it was asked last
 * @param createdAt when it was made
 */
public record RoutingAssertion(UUID id, UUID tenantId, String name, String number, String caller, Instant at, String digits,
                               IfRung ifRung, RoutePoint expect, List<RoutePoint> passes, State state, Instant createdAt) {

    /** Keeps an unchangeable copy of the list. */
    public RoutingAssertion {
        passes = List.copyOf(passes);
    }

    /**
     * What came of it.
     *
     * @param holds     whether it held
     * @param end       where the way ended; null when the question could no longer be asked
     * @param checkedAt when it was asked
     */
    public record State(boolean holds, RoutePoint end, Instant checkedAt) {
    }

    /**
     * The question.
     *
     * @return as it can be asked again
     */
    public QuestionDraft question() {
        return new QuestionDraft(number, caller, at == null ? null : at.toString(), digits, ifRung);
    }

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public AssertionDraft draft() {
        return new AssertionDraft(name, question(), expect, passes);
    }
}
