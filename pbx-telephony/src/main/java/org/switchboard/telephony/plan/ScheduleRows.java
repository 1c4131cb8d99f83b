package org.switchboard.telephony.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.switchboard.telephony.hours.HoursSwitch;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.OpeningHours;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.hours.WeeklyHours;

/** Reads opening hours out of the three tables that they are kept in. */
record ScheduleRows(PlanRows rows) {

    void read(Map<UUID, PlanBuilder> builders) {
        var weeks = new HashMap<UUID, List<WeeklyHours>>();
        rows.each("select tenant_id, schedule_id, day_of_week, opens, closes from schedule_hours t", "", row ->
                weeks.computeIfAbsent(PlanRows.id(row, "schedule_id"), _ -> new ArrayList<>()).add(
                        new WeeklyHours(DayOfWeek.of(row.getInt("day_of_week")), new OpenInterval(row.getInt("opens"), row.getInt("closes")))));
        var days = new HashMap<UUID, List<SpecialDay>>();
        rows.each("select tenant_id, schedule_id, name, kind, first_day, last_day, opens, closes from schedule_day t", "", row ->
                days.computeIfAbsent(PlanRows.id(row, "schedule_id"), _ -> new ArrayList<>()).add(day(row)));
        rows.ofEach(builders, "select tenant_id, id, name, code, time_zone, override, override_until from schedule t", "", (row, builder) -> {
            var id = PlanRows.id(row, "id");
            builder.add(new PlannedSchedule(id, row.getString("name"), row.getString("code"), new OpeningHours(
                    ZoneId.of(row.getString("time_zone")), weeks.getOrDefault(id, List.of()), days.getOrDefault(id, List.of()), switched(row))));
        });
    }

    private static SpecialDay day(ResultSet row) throws SQLException {
        var opens = row.getObject("opens", Integer.class);
        var hours = opens == null ? null : new OpenInterval(opens, row.getInt("closes"));
        return new SpecialDay(row.getString("name"), row.getString("kind").equals("holiday"),
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), hours);
    }

    private static HoursSwitch switched(ResultSet row) throws SQLException {
        var until = row.getObject("override_until", OffsetDateTime.class);
        return switch (row.getString("override")) {
            case "open" -> new HoursSwitch(true, until == null ? null : until.toInstant());
            case "closed" -> new HoursSwitch(false, until == null ? null : until.toInstant());
            default -> null;
        };
    }
}
