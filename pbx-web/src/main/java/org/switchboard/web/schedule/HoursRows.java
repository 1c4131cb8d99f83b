package org.switchboard.web.schedule;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.switchboard.telephony.hours.WeeklyHours;
import org.switchboard.telephony.schedule.HoursDraft;
import org.switchboard.telephony.schedule.Schedule;
import org.switchboard.telephony.schedule.Weekday;

/** The rows of the editor of weekly hours, as they are stored or as they were typed. */
final class HoursRows {

    private HoursRows() {
    }

    /**
     * A day in the editor.
     *
     * @param day  which
     * @param rows its intervals; one empty row where the day is closed
     */
    record Day(Weekday day, List<Row> rows) {
    }

    /**
     * An interval in the editor.
     *
     * @param opens   what stands in the first field
     * @param closes  what stands in the second field
     * @param problem what is wrong with it; null when nothing is
     */
    record Row(String opens, String closes, String problem) {
    }

    /**
     * The stored hours.
     *
     * @param schedule a schedule
     * @return all seven days
     */
    static List<Day> of(Schedule schedule) {
        return days(schedule.hours().stream().map(HoursRows::draft).toList(), Map.of());
    }

    /**
     * The typed hours. Rows with nothing in them are left out.
     *
     * @param request what was sent: {@code day}, {@code opens} and {@code closes}, each as often as there are rows
     * @return the rows in the order in which they were sent
     */
    static List<HoursDraft> read(HttpServletRequest request) {
        String[] days = values(request, "day");
        String[] opens = values(request, "opens");
        String[] closes = values(request, "closes");
        List<HoursDraft> rows = new ArrayList<>();
        for (int i = 0; i < days.length && i < opens.length && i < closes.length; i++) {
            if (!opens[i].isBlank() || !closes[i].isBlank()) {
                String day = days[i];
                rows.add(new HoursDraft(List.of(Weekday.values()).stream().filter(one -> one.value().equals(day)).findFirst().orElse(null),
                        opens[i], closes[i]));
            }
        }
        return rows;
    }

    /**
     * Typed hours with what is wrong with them.
     *
     * @param typed    the rows
     * @param problems sentences by field: {@code hours[0].closes}
     * @return all seven days
     */
    static List<Day> days(List<HoursDraft> typed, Map<String, String> problems) {
        List<Day> days = new ArrayList<>();
        for (Weekday day : Weekday.values()) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < typed.size(); i++) {
                if (typed.get(i).day() == day) {
                    String field = "hours[" + i + "].";
                    rows.add(new Row(typed.get(i).opens(), typed.get(i).closes(),
                            problems.getOrDefault(field + "opens", problems.get(field + "closes"))));
                }
            }
            days.add(new Day(day, rows.isEmpty() ? List.of(new Row("", "", null)) : rows));
        }
        return days;
    }

    private static HoursDraft draft(WeeklyHours row) {
        return HoursDraft.of(row);
    }

    private static String[] values(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? new String[0] : values;
    }
}
