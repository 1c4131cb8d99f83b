package org.switchboard.web.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.input.InvalidInput;

/**
 * The filters of the history as they stand in its address.
 *
 * @param q           number or part of a name; may be empty
 * @param from        first day, ISO 8601; may be empty
 * @param to          last day, ISO 8601, inclusive; may be empty
 * @param disposition how the calls ended; empty for any
 */
public record HistoryForm(String q, String from, String to, String disposition) {

    /** Puts the empty word in place of null. */
    public HistoryForm {
        q = q == null ? "" : q.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        disposition = disposition == null ? "" : disposition.strip();
    }

    /**
     * The filter that is meant.
     *
     * @param zone the company's clock, by which days begin
     * @return the filter
     * @throws InvalidInput when a day or the ending is not one
     */
    CallFilter filter(ZoneId zone) {
        LocalDate last = day("to", to);
        return new CallFilter(begin(day("from", from), zone), begin(last == null ? null : last.plusDays(1), zone), q, ending(), null, null);
    }

    /**
     * Whether anything is narrowed.
     *
     * @return false when all fields are empty
     */
    public boolean isNarrow() {
        return !(q + from + to + disposition).isEmpty();
    }

    /**
     * An address with these filters.
     *
     * @param path  where
     * @param after cursor of the last call of the page before; null for the newest calls
     * @return the address, with everything in it encoded
     */
    public String link(String path, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        put(address, "q", q);
        put(address, "from", from);
        put(address, "to", to);
        put(address, "disposition", disposition);
        put(address, "after", after == null ? "" : after);
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private Disposition ending() {
        return disposition.isEmpty() ? null : Arrays.stream(Disposition.values())
                .filter(known -> known.value().equals(disposition)).findFirst()
                .orElseThrow(() -> new InvalidInput("disposition", "invalid.disposition"));
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String field, String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw new InvalidInput(field, "invalid.day");
        }
    }
}
