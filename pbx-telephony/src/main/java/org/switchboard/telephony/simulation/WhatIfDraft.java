package org.switchboard.telephony.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.switchboard.telephony.input.Text;
import org.switchboard.telephony.queue.QueueStrategy;

/**
 * What a supervisor would try. Whatever is null stays as it was on the day, or with made-up traffic as it is set.
 *
 * @param queue               the queue, by its name, its number or its id
 * @param day                 which is played, not later than today; null means yesterday
 * @param traffic             made-up callers in place of the day's; null for the day's
 * @param agents              0 to 1000: how many agents serve the queue in the hours in which there was one and that are not named below
 * @param agentsByHour        up to 24 numbers, 0 to 1000, from midnight on: how many serve it in each hour; null for an hour that is not named
 * @param strategy            whom it asks
 * @param wrapUpSeconds       0 to 3600: how long agents finish off after a talk
 * @param serviceLevelSeconds 1 to 3600: what counts as answered in time, both as it was and as it would be
 */
public record WhatIfDraft(
        @NotNull(message = "{invalid.whatIf.queue}") String queue,
        LocalDate day,
        @Valid WhatIfTrafficDraft traffic,
        @Min(value = 0, message = "{invalid.whatIf.agents}") @Max(value = WhatIfDraft.MOST_AGENTS, message = "{invalid.whatIf.agents}") Integer agents,
        List<Integer> agentsByHour,
        QueueStrategy strategy,
        @Min(value = 0, message = "{invalid.queue.wrapUpSeconds}") @Max(value = 3600, message = "{invalid.queue.wrapUpSeconds}") Integer wrapUpSeconds,
        @Min(value = 1, message = "{invalid.queue.serviceSeconds}") @Max(value = 3600, message = "{invalid.queue.serviceSeconds}")
        Integer serviceLevelSeconds) {

    /** Most agents that can be tried. */
    public static final int MOST_AGENTS = 1_000;

    /** Takes blanks off. */
    public WhatIfDraft {
        queue = Text.stripped(queue);
        // May have nulls in it, each for an hour that stays as it was.
        agentsByHour = agentsByHour == null ? null : Collections.unmodifiableList(agentsByHour);
    }

    /** Whether how many agents there are is to be other than it was. */
    boolean changesAgents() {
        return agents != null || agentsByHour != null;
    }

    /** Whether the hours are what they may be. */
    boolean hasHours() {
        return agentsByHour == null || agentsByHour.size() <= 24
                && agentsByHour.stream().allMatch(number -> number == null || number >= 0 && number <= MOST_AGENTS);
    }
}
