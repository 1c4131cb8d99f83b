package org.switchboard.telephony.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds what is special about a day. The rows' days are cut into stretches in which nothing changes, so that finding is one
 * look into a sorted map however long the holidays are.
 */
final class SpecialDays {

    /** The first day of each stretch; null where the week's hours hold. */
    private final TreeMap<LocalDate, DayHours> stretches = new TreeMap<>();

    SpecialDays(List<SpecialDay> days) {
        var starting = new TreeMap<LocalDate, List<SpecialDay>>();
        var ending = new TreeMap<LocalDate, List<SpecialDay>>();
        for (var day : days) {
            starting.computeIfAbsent(day.first(), _ -> new ArrayList<>()).add(day);
            ending.computeIfAbsent(day.last().plusDays(1), _ -> new ArrayList<>()).add(day);
            stretches.put(day.first(), null);
            stretches.put(day.last().plusDays(1), null);
        }
        var now = new ArrayList<SpecialDay>();
        stretches.replaceAll((first, _) -> {
            // By identity: two rows may be equal.
            ending.getOrDefault(first, List.of()).forEach(gone -> now.removeIf(row -> row == gone));
            now.addAll(starting.getOrDefault(first, List.of()));
            return sum(now);
        });
    }

    /** What is special about a day, or null. */
    DayHours on(LocalDate date) {
        var stretch = stretches.floorEntry(date);
        return stretch == null ? null : stretch.getValue();
    }

    private static DayHours sum(List<SpecialDay> rows) {
        var exceptions = rows.stream().filter(row -> !row.holiday()).toList();
        if (!exceptions.isEmpty()) {
            var hours = exceptions.stream().filter(row -> row.hours() != null)
                    .map(row -> new DayHours.NamedInterval(row.hours(), row.name()))
                    .sorted(Comparator.comparing(DayHours.NamedInterval::interval)).toList();
            return new DayHours(DayHours.Kind.EXCEPTION, exceptions.getFirst().name(), hours);
        }
        return rows.isEmpty() ? null : new DayHours(DayHours.Kind.HOLIDAY, rows.getFirst().name(), List.of());
    }
}
