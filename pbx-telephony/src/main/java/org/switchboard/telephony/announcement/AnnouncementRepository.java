package org.switchboard.telephony.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the announcements. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class AnnouncementRepository {

    private static final String COLUMNS = "id, tenant_id, name, prompt_id, created_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public AnnouncementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an announcement, without its way out.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return the announcement as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code announcement_name_key})
     */
    public Announcement insert(UUID tenantId, AnnouncementDraft draft) {
        return jdbc.sql("insert into announcement (tenant_id, name, prompt_id) values (:tenantId, :name, :promptId) returning " + COLUMNS)
                .param("tenantId", tenantId)
                .param("name", draft.name())
                .param("promptId", draft.promptId())
                .query(AnnouncementRepository::announcement)
                .single();
    }

    /**
     * Changes an announcement, but not its way out.
     *
     * @param id    the announcement
     * @param draft a checked draft
     * @return the announcement as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code announcement_name_key})
     */
    public Optional<Announcement> update(UUID id, AnnouncementDraft draft) {
        return jdbc.sql("update announcement set name = :name, prompt_id = :promptId where id = :id returning " + COLUMNS)
                .param("id", id)
                .param("name", draft.name())
                .param("promptId", draft.promptId())
                .query(AnnouncementRepository::announcement)
                .optional();
    }

    /**
     * Deletes an announcement with its way out.
     *
     * @param id the announcement
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when something leads to it ({@code flow_exit_target_fkey})
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from announcement where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds an announcement, without its way out.
     *
     * @param id the announcement
     * @return the announcement, or empty
     */
    public Optional<Announcement> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from announcement where id = :id").param("id", id)
                .query(AnnouncementRepository::announcement).optional();
    }

    /**
     * Finds an announcement, and keeps others from changing it until the transaction ends.
     *
     * @param id the announcement
     * @return the announcement without its way out, or empty
     */
    public Optional<Announcement> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from announcement where id = :id for update").param("id", id)
                .query(AnnouncementRepository::announcement).optional();
    }

    /**
     * Lists announcements by their names.
     *
     * @param search part of a name; empty finds all
     * @param after  name after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the announcements without their ways out
     */
    public List<Announcement> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from announcement
                where name > :after and (:search = '' or strpos(lower(name), lower(:search)) > 0)
                order by name limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(AnnouncementRepository::announcement)
                .list();
    }

    /**
     * How many announcements there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from announcement").query(Integer.class).single();
    }

    private static Announcement announcement(ResultSet row, int number) throws SQLException {
        return new Announcement(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                row.getObject("prompt_id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), null);
    }
}
