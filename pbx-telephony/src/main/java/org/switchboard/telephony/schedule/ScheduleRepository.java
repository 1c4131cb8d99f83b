package org.switchboard.telephony.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the schedules, without their rows of hours and days. Runs inside a transaction of a tenant's scope. */
@Repository
public class ScheduleRepository {

    private static final String SELECT = """
            select id, tenant_id, name, time_zone, override, override_until, code, feed_url, feed_read_at, feed_problem, created_at
              from schedule\s""";

    private final JdbcClient jdbc;
    private final ScheduleRowRepository rows;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     * @param rows SQL of the hours and days
     */
    public ScheduleRepository(JdbcClient jdbc, ScheduleRowRepository rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Adds a schedule without hours and days.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the name or the code is taken
     */
    public UUID insert(UUID tenantId, ScheduleDraft draft) {
        return jdbc.sql("""
                insert into schedule (tenant_id, name, time_zone, code, feed_url)
                values (:tenantId, :name, :timeZone, :code, :feedUrl) returning id""")
                .param("tenantId", tenantId).param("name", draft.name()).param("timeZone", draft.timeZone())
                .param("code", draft.code()).param("feedUrl", draft.feedUrl())
                .query(UUID.class).single();
    }

    /**
     * Changes a schedule's own settings. Another feed has not been read yet.
     *
     * @param id    the schedule
     * @param draft a checked draft
     * @return whether anything was to be changed
     * @throws org.springframework.dao.DuplicateKeyException when the name or the code is taken
     */
    public boolean update(UUID id, ScheduleDraft draft) {
        return jdbc.sql("""
                update schedule set name = :name, time_zone = :timeZone, code = :code, feed_url = :feedUrl,
                       feed_read_at = case when feed_url is not distinct from :feedUrl then feed_read_at end,
                       feed_problem = case when feed_url is not distinct from :feedUrl then feed_problem end
                 where id = :id and (name, time_zone, code, feed_url) is distinct from (:name, :timeZone, :code, :feedUrl)""")
                .param("id", id).param("name", draft.name()).param("timeZone", draft.timeZone())
                .param("code", draft.code()).param("feedUrl", draft.feedUrl())
                .update() == 1;
    }

    /**
     * Sets the day/night switch.
     *
     * @param id       the schedule
     * @param position its position
     * @param until    when it ends; null for never
     * @return whether there is such a schedule
     */
    public boolean updateSwitch(UUID id, SwitchPosition position, Instant until) {
        return jdbc.sql("update schedule set override = :position, override_until = :until where id = :id")
                .param("id", id).param("position", position.value()).param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    /**
     * Writes down how reading the feed went.
     *
     * @param id      the schedule
     * @param url     the feed that was read; nothing is written when it is another one meanwhile
     * @param readAt  when it was read well; null keeps the last good time
     * @param problem why it failed; null when it did not
     * @return whether the schedule still has this feed
     */
    public boolean updateFeed(UUID id, String url, Instant readAt, String problem) {
        return jdbc.sql("""
                update schedule set feed_read_at = coalesce(:readAt, feed_read_at), feed_problem = :problem
                 where id = :id and feed_url = :url""")
                .param("id", id).param("url", url).param("readAt", readAt == null ? null : readAt.atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .update() == 1;
    }

    /**
     * Deletes a schedule with its hours and days.
     *
     * @param id the schedule
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something leads to it
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from schedule where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a schedule.
     *
     * @param id its id
     * @return the schedule, or empty
     */
    public Optional<Schedule> find(UUID id) {
        return rows.complete(jdbc.sql(SELECT + "where id = :id").param("id", id).query(ScheduleRepository::schedule).list())
                .stream().findFirst();
    }

    /**
     * Finds a schedule, and keeps others from changing it until the transaction ends.
     *
     * @param id its id
     * @return the schedule, or empty
     */
    public Optional<Schedule> findForUpdate(UUID id) {
        return rows.complete(jdbc.sql(SELECT + "where id = :id for update").param("id", id).query(ScheduleRepository::schedule).list())
                .stream().findFirst();
    }

    /**
     * Lists schedules in the order of their names.
     *
     * @param search part of a name; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the schedules
     */
    public List<Schedule> list(String search, String after, int limit) {
        return rows.complete(jdbc.sql(SELECT + """
                where name > :after and (:search = '' or strpos(lower(name), lower(:search)) > 0) order by name limit :limit""")
                .param("after", after).param("search", search).param("limit", limit).query(ScheduleRepository::schedule).list());
    }

    /**
     * How many schedules there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from schedule").query(Integer.class).single();
    }

    static Schedule schedule(ResultSet row, int number) throws SQLException {
        String url = row.getString("feed_url");
        return new Schedule(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                row.getString("time_zone"), List.of(), List.of(), SwitchPosition.of(row.getString("override")),
                instant(row, "override_until"), row.getString("code"),
                url == null ? null : new Schedule.Feed(url, instant(row, "feed_read_at"), row.getString("feed_problem")),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
