package org.switchboard.web.simulation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.simulation.WhatIfDraft;

/**
 * What is tried as it stands in the page's address.
 *
 * @param day           ISO 8601; empty for yesterday
 * @param agents        how many; empty for as many as there were
 * @param hour          how many in each hour from midnight on, 24 of them; empty ones for as many as there were
 * @param strategy      its word; empty for as it is
 * @param wrapUpSeconds empty for as it was
 */
record WhatIfForm(String day, String agents, List<String> hour, String strategy, String wrapUpSeconds) {

    /** Puts the empty word in place of null. */
    WhatIfForm {
        day = day == null ? "" : day.strip();
        agents = agents == null ? "" : agents.strip();
        hour = hour == null ? List.of() : hour.stream().map(String::strip).toList();
        strategy = strategy == null ? "" : strategy.strip();
        wrapUpSeconds = wrapUpSeconds == null ? "" : wrapUpSeconds.strip();
    }

    /** Whether any hour has a number of its own. */
    public boolean isByHour() {
        return hour.stream().anyMatch(number -> !number.isEmpty());
    }

    /**
     * What was typed for an hour.
     *
     * @param number the hour
     * @return the text; empty for none
     */
    public String at(int number) {
        return number < hour.size() ? hour.get(number) : "";
    }

    /**
     * What is meant.
     *
     * @param queueId the queue
     * @return the draft
     * @throws InvalidInput when a field is no number or no day
     */
    WhatIfDraft draft(UUID queueId) {
        List<FieldProblem> problems = new ArrayList<>();
        LocalDate on = day(problems);
        Integer number = number("agents", agents, "invalid.whatIf.agents", problems);
        List<Integer> hours = null;
        if (isByHour()) {
            hours = new ArrayList<>();
            for (String one : hour) {
                hours.add(number("agentsByHour", one, "invalid.whatIf.agents", problems));
            }
        }
        Integer wrapUp = number("wrapUpSeconds", wrapUpSeconds, "invalid.queue.wrapUpSeconds", problems);
        QueueStrategy asked = strategy(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new WhatIfDraft(queueId.toString(), on, null, number, hours, asked, wrapUp, null);
    }

    private LocalDate day(List<FieldProblem> problems) {
        try {
            return day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException notADay) {
            problems.add(new FieldProblem("day", "invalid.day"));
            return null;
        }
    }

    private QueueStrategy strategy(List<FieldProblem> problems) {
        try {
            return strategy.isEmpty() ? null : QueueStrategy.of(strategy);
        } catch (IllegalArgumentException noStrategy) {
            problems.add(new FieldProblem("strategy", "invalid.whatIf.strategy"));
            return null;
        }
    }

    private static Integer number(String field, String typed, String code, List<FieldProblem> problems) {
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,6}")) {
            problems.add(new FieldProblem(field, code, List.of(0, WhatIfDraft.MOST_AGENTS)));
            return null;
        }
        return Integer.valueOf(typed);
    }
}
