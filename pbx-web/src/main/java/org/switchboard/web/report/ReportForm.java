package org.switchboard.web.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.report.ReportQuestion;

/**
 * What a report is asked for as it stands in its address.
 *
 * @param from  first day, ISO 8601; empty for the last, or today
 * @param to    last day; empty for the first
 * @param by    {@code hour} or {@code day}; empty for what suits the period
 * @param queue ids of queues; none for all
 * @param agent id of an agent; empty for all
 */
record ReportForm(String from, String to, String by, List<String> queue, String agent) {

    /** Puts the empty word in place of null. */
    ReportForm {
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        by = by == null ? "" : by.strip();
        queue = queue == null ? List.of() : queue.stream().filter(one -> !one.isBlank()).distinct().toList();
        agent = agent == null ? "" : agent.strip();
    }

    /**
     * The question that is meant.
     *
     * @param today the company's day
     * @return the question
     * @throws InvalidInput when a field is wrong
     */
    ReportQuestion question(LocalDate today) {
        LocalDate first = day("from", from, day("to", to, today));
        LocalDate last = day("to", to, first);
        Set<UUID> queues = new LinkedHashSet<>();
        queue.forEach(one -> queues.add(id("queue", one, "invalid.report.queue")));
        return new ReportQuestion(first, last, ReportScope.grain(by, ChronoUnit.DAYS.between(first, last) + 1), queues.isEmpty() ? null : queues,
                agent.isEmpty() ? null : id("agent", agent, "invalid.report.agent"));
    }

    /**
     * The same for other days.
     *
     * @param first first day
     * @param last  last day
     * @return a form
     */
    public ReportForm during(LocalDate first, LocalDate last) {
        return new ReportForm(first.toString(), last.toString(), "", queue, agent);
    }

    /**
     * An address with these choices.
     *
     * @param path  where
     * @param table which table; null for none
     * @return the address, with everything in it encoded
     */
    public String link(String path, String table) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        put(address, "from", from);
        put(address, "to", to);
        put(address, "by", by);
        queue.forEach(one -> put(address, "queue", one));
        put(address, "agent", agent);
        put(address, "table", table == null ? "" : table);
        return address.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }

    private static LocalDate day(String field, String typed, LocalDate otherwise) {
        try {
            LocalDate day = typed.isEmpty() ? otherwise : LocalDate.parse(typed);
            if (day.getYear() < 2000 || day.getYear() > 9000) {
                throw new InvalidInput(field, "invalid.day");
            }
            return day;
        } catch (DateTimeParseException notADay) {
            throw new InvalidInput(field, "invalid.day");
        }
    }

    private static UUID id(String field, String typed, String code) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException noId) {
            throw new InvalidInput(field, code);
        }
    }
}
