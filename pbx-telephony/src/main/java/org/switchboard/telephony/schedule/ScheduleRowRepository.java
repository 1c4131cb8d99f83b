package org.switchboard.telephony.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.telephony.hours.OpenInterval;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.hours.WeeklyHours;

/**
 * SQL of the hours and days of schedules. Runs inside a transaction of a tenant's scope. Rows that stay are not touched, so
 * that the record of changes shows what was changed and nothing else.
 */
@Repository
public class ScheduleRowRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public ScheduleRowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives schedules their rows.
     *
     * @param bare schedules without hours and days
     * @return the same with them, in the same order
     */
    public List<Schedule> complete(List<Schedule> bare) {
        UUID[] ids = bare.stream().map(Schedule::id).toArray(UUID[]::new);
        Map<UUID, List<WeeklyHours>> hours = new HashMap<>();
        Map<UUID, List<ScheduleDay>> days = new HashMap<>();
        jdbc.sql("select id, schedule_id, day_of_week, opens, closes from schedule_hours where schedule_id = any(:ids) order by day_of_week, opens")
                .param("ids", ids)
                .query(row -> {
                    hours.computeIfAbsent(row.getObject("schedule_id", UUID.class), _ -> new ArrayList<>()).add(hours(row));
                });
        jdbc.sql("""
                select id, schedule_id, name, kind, first_day, last_day, opens, closes, from_feed from schedule_day
                 where schedule_id = any(:ids) order by first_day, opens nulls first, name, id""")
                .param("ids", ids)
                .query(row -> {
                    days.computeIfAbsent(row.getObject("schedule_id", UUID.class), _ -> new ArrayList<>()).add(day(row));
                });
        return bare.stream().map(one -> new Schedule(one.id(), one.tenantId(), one.name(), one.timeZone(),
                hours.getOrDefault(one.id(), List.of()), days.getOrDefault(one.id(), List.of()), one.override(), one.until(),
                one.code(), one.feed(), one.createdAt())).toList();
    }

    /**
     * Makes the weekly hours those that are wanted.
     *
     * @param schedule as it is, locked
     * @param wanted   checked rows
     */
    public void replaceHours(Schedule schedule, List<WeeklyHours> wanted) {
        List<WeeklyHours> missing = new ArrayList<>(wanted);
        for (WeeklyHours row : schedule.hours()) {
            if (!missing.remove(row)) {
                jdbc.sql("""
                        delete from schedule_hours where schedule_id = :schedule and day_of_week = :day and opens = :opens and closes = :closes""")
                        .param("schedule", schedule.id()).param("day", row.day().getValue())
                        .param("opens", row.hours().opens()).param("closes", row.hours().closes()).update();
            }
        }
        for (WeeklyHours row : missing) {
            jdbc.sql("""
                    insert into schedule_hours (tenant_id, schedule_id, day_of_week, opens, closes)
                    values (:tenantId, :schedule, :day, :opens, :closes)""")
                    .param("tenantId", schedule.tenantId()).param("schedule", schedule.id()).param("day", row.day().getValue())
                    .param("opens", row.hours().opens()).param("closes", row.hours().closes()).update();
        }
    }

    /**
     * Makes the holidays and exceptions those that are wanted.
     *
     * @param schedule as it is, locked
     * @param fromFeed true for the feed's days, false for those that people keep; the others are left alone
     * @param wanted   checked rows
     */
    public void replaceDays(Schedule schedule, boolean fromFeed, List<SpecialDay> wanted) {
        List<SpecialDay> missing = new ArrayList<>(wanted);
        for (ScheduleDay row : schedule.days()) {
            if (row.fromFeed() == fromFeed && !missing.remove(row.day())) {
                jdbc.sql("delete from schedule_day where id = :id").param("id", row.id()).update();
            }
        }
        for (SpecialDay day : missing) {
            jdbc.sql("""
                    insert into schedule_day (tenant_id, schedule_id, name, kind, first_day, last_day, opens, closes, from_feed)
                    values (:tenantId, :schedule, :name, :kind, :first, :last, :opens, :closes, :fromFeed)""")
                    .param("tenantId", schedule.tenantId()).param("schedule", schedule.id()).param("name", day.name())
                    .param("kind", (day.holiday() ? DayKind.HOLIDAY : DayKind.EXCEPTION).value())
                    .param("first", day.first()).param("last", day.last())
                    .param("opens", day.hours() == null ? null : day.hours().opens())
                    .param("closes", day.hours() == null ? null : day.hours().closes())
                    .param("fromFeed", fromFeed).update();
        }
    }

    /**
     * Deletes one holiday or exception that people keep.
     *
     * @param scheduleId whose
     * @param id         which
     * @return whether there was one
     */
    public boolean deleteDay(UUID scheduleId, UUID id) {
        return jdbc.sql("delete from schedule_day where schedule_id = :schedule and id = :id and not from_feed")
                .param("schedule", scheduleId).param("id", id).update() == 1;
    }

    private static WeeklyHours hours(ResultSet row) throws SQLException {
        return new WeeklyHours(DayOfWeek.of(row.getInt("day_of_week")), new OpenInterval(row.getInt("opens"), row.getInt("closes")));
    }

    private static ScheduleDay day(ResultSet row) throws SQLException {
        Integer opens = row.getObject("opens", Integer.class);
        OpenInterval hours = opens == null ? null : new OpenInterval(opens, row.getInt("closes"));
        return new ScheduleDay(row.getObject("id", UUID.class), row.getBoolean("from_feed"), new SpecialDay(row.getString("name"),
                DayKind.of(row.getString("kind")) == DayKind.HOLIDAY, row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), hours));
    }
}
