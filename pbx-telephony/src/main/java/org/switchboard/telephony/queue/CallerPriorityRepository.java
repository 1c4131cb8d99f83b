package org.switchboard.telephony.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the rules about priorities. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class CallerPriorityRepository {

    private static final String COLUMNS = "id, matches, number, priority, note";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public CallerPriorityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a rule.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @param number   E.164 or the begin of it
     * @return the rule as stored
     * @throws org.springframework.dao.DuplicateKeyException when there is one about the same calls ({@code caller_priority_key})
     */
    public CallerPriority insert(UUID tenantId, CallerPriorityDraft draft, String number) {
        return settings(jdbc.sql("""
                insert into caller_priority (tenant_id, matches, number, priority, note)
                values (:tenantId, :matches, :number, :priority, :note) returning\s""" + COLUMNS), draft, number)
                .param("tenantId", tenantId).query(CallerPriorityRepository::rule).single();
    }

    /**
     * Changes a rule.
     *
     * @param id     the rule
     * @param draft  a checked draft
     * @param number E.164 or the begin of it
     * @return the rule as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when there is one about the same calls ({@code caller_priority_key})
     */
    public Optional<CallerPriority> update(UUID id, CallerPriorityDraft draft, String number) {
        return settings(jdbc.sql("""
                update caller_priority set matches = :matches, number = :number, priority = :priority, note = :note
                 where id = :id returning\s""" + COLUMNS), draft, number)
                .param("id", id).query(CallerPriorityRepository::rule).optional();
    }

    /**
     * Deletes a rule.
     *
     * @param id the rule
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from caller_priority where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a rule.
     *
     * @param id the rule
     * @return the rule, or empty
     */
    public Optional<CallerPriority> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from caller_priority where id = :id").param("id", id).query(CallerPriorityRepository::rule).optional();
    }

    /**
     * All rules.
     *
     * @return those who come first, first; then by what they go by, and by number
     */
    public List<CallerPriority> all() {
        return jdbc.sql("select " + COLUMNS + " from caller_priority order by priority desc, matches, number")
                .query(CallerPriorityRepository::rule).list();
    }

    private static StatementSpec settings(StatementSpec statement, CallerPriorityDraft draft, String number) {
        return statement.param("matches", draft.matches().value()).param("number", number).param("priority", draft.priority())
                .param("note", draft.note());
    }

    private static CallerPriority rule(ResultSet row, int index) throws SQLException {
        return new CallerPriority(row.getObject("id", UUID.class), CallerPriority.Matches.of(row.getString("matches")), row.getString("number"),
                row.getInt("priority"), row.getString("note"));
    }
}
