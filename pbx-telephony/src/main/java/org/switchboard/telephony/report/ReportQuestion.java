package org.switchboard.telephony.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/**
 * What a report is about.
 *
 * @param from    first day, by the company's clock
 * @param to      last day, at most {@value #MOST_DAYS} days with the first, {@value #MOST_DAYS_BY_HOUR} by hour
 * @param grain   how finely time is divided
 * @param queues  the queues; null for all, those that are deleted as well
 * @param agentId the agent; null for all
 */
public record ReportQuestion(LocalDate from, LocalDate to, Grain grain, Set<UUID> queues, UUID agentId) {

    /** Most days of a report. */
    public static final int MOST_DAYS = 366;

    /** Most days of a report by hour. */
    public static final int MOST_DAYS_BY_HOUR = 31;

    /**
     * Checks the period and copies the set.
     *
     * @throws InvalidInput when the period ends before it begins, or is too long
     */
    public ReportQuestion {
        queues = queues == null ? null : Set.copyOf(queues);
        List<FieldProblem> problems = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            problems.add(new FieldProblem("to", "invalid.report.period"));
        } else if (grain == Grain.HOUR && days > MOST_DAYS_BY_HOUR) {
            problems.add(new FieldProblem("to", "invalid.report.hours", List.of(MOST_DAYS_BY_HOUR)));
        } else if (days > MOST_DAYS) {
            problems.add(new FieldProblem("to", "invalid.report.days", List.of(MOST_DAYS)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
