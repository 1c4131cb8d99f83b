package org.switchboard.telephony.extension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the extensions. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class ExtensionRepository {

    private static final String COLUMNS = """
            id, tenant_id, number, name, user_id, ring_seconds, may_call, do_not_disturb, caller_id_number_id, hide_caller_id, created_at""";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public ExtensionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds an extension.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @return the extension as stored
     * @throws org.springframework.dao.DuplicateKeyException when the number is taken ({@code extension_number_key}; by a menu
     *                                                       or a group {@code flow_node_number_key})
     * @throws org.springframework.dao.DataIntegrityViolationException when the user, or the number to show, is not one of the company's
     */
    public Extension insert(UUID tenantId, ExtensionDraft draft) {
        return settings(jdbc.sql("""
                insert into extension (tenant_id, number, name, user_id, ring_seconds, may_call, do_not_disturb, caller_id_number_id,
                                       hide_caller_id)
                values (:tenantId, :number, :name, :userId, :ringSeconds, :mayCall, :doNotDisturb, :callerIdNumberId, :hideCallerId)
                returning\s""" + COLUMNS), draft)
                .param("tenantId", tenantId)
                .query(ExtensionRepository::extension)
                .single();
    }

    /**
     * Changes an extension.
     *
     * @param id    the extension
     * @param draft a checked draft
     * @return the extension as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the number is taken ({@code extension_number_key}; by a menu
     *                                                       or a group {@code flow_node_number_key})
     * @throws org.springframework.dao.DataIntegrityViolationException when the user, or the number to show, is not one of the company's
     */
    public Optional<Extension> update(UUID id, ExtensionDraft draft) {
        return settings(jdbc.sql("""
                update extension set number = :number, name = :name, user_id = :userId, ring_seconds = :ringSeconds, may_call = :mayCall,
                       do_not_disturb = :doNotDisturb, caller_id_number_id = :callerIdNumberId, hide_caller_id = :hideCallerId
                where id = :id returning\s""" + COLUMNS), draft)
                .param("id", id)
                .query(ExtensionRepository::extension)
                .optional();
    }

    /**
     * Deletes an extension together with its devices.
     *
     * @param id the extension
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from extension where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds an extension by its number.
     *
     * @param number the number
     * @return the extension, or empty
     */
    public Optional<Extension> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from extension where number = :number")
                .param("number", number)
                .query(ExtensionRepository::extension)
                .optional();
    }

    /**
     * Finds an extension by its number, and keeps others from changing it until the transaction ends.
     *
     * @param number the number
     * @return the extension, or empty
     */
    public Optional<Extension> findForUpdate(String number) {
        return jdbc.sql("select " + COLUMNS + " from extension where number = :number for update")
                .param("number", number)
                .query(ExtensionRepository::extension)
                .optional();
    }

    /**
     * The extensions of one user.
     *
     * @param userId the user
     * @return in the order of their numbers; empty when there are none
     */
    public List<Extension> ofUser(UUID userId) {
        return jdbc.sql("select " + COLUMNS + " from extension where user_id = :userId order by char_length(number), number")
                .param("userId", userId)
                .query(ExtensionRepository::extension)
                .list();
    }

    /**
     * Lists extensions, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  number after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the extensions
     */
    public List<Extension> list(String search, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from extension
                where (char_length(number), number) > (char_length(:after), :after)
                  and (:search = '' or starts_with(number, :search) or strpos(lower(name), lower(:search)) > 0)
                order by char_length(number), number limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(ExtensionRepository::extension)
                .list();
    }

    /**
     * How many extensions there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from extension").query(Integer.class).single();
    }

    /**
     * The lowest number that follows an extension's and is free itself, also of menus and groups.
     *
     * @return a number; 101 where there are no extensions
     */
    public String nextFreeNumber() {
        return jdbc.sql("""
                select coalesce(min(candidate), 101)::text
                  from (select number::int + 1 as candidate from extension) as following
                 where candidate <= 999999
                   and not exists (select from flow_node taken where taken.number = candidate::text)""")
                .query(String.class)
                .single();
    }

    private static StatementSpec settings(StatementSpec statement, ExtensionDraft draft) {
        return statement.param("number", draft.number())
                .param("name", draft.name())
                .param("userId", draft.userId())
                .param("ringSeconds", draft.ringSeconds())
                .param("mayCall", draft.mayCall().value())
                .param("doNotDisturb", draft.doNotDisturb())
                .param("callerIdNumberId", draft.callerIdNumberId())
                .param("hideCallerId", draft.hideCallerId());
    }

    private static Extension extension(ResultSet row, int number) throws SQLException {
        return new Extension(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("number"),
                row.getString("name"), row.getObject("user_id", UUID.class), row.getInt("ring_seconds"),
                CallPermission.of(row.getString("may_call")), row.getBoolean("do_not_disturb"),
                row.getObject("caller_id_number_id", UUID.class), row.getBoolean("hide_caller_id"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
