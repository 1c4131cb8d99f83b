package org.switchboard.telephony.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the rules about callers. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class CallerRuleRepository {

    private static final String COLUMNS = "id, action, matches, number, note";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public CallerRuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a rule.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @param number   E.164 or the begin of it; null for anonymous callers
     * @return the rule as stored
     * @throws org.springframework.dao.DuplicateKeyException when there is one about the same callers ({@code caller_rule_key})
     */
    public CallerRule insert(UUID tenantId, CallerRuleDraft draft, String number) {
        return jdbc.sql("""
                insert into caller_rule (tenant_id, action, matches, number, note)
                values (:tenantId, :action, :matches, :number, :note) returning\s""" + COLUMNS)
                .param("tenantId", tenantId).param("action", draft.action().value()).param("matches", draft.matches().value())
                .param("number", number).param("note", draft.note())
                .query(CallerRuleRepository::rule).single();
    }

    /**
     * Deletes a rule.
     *
     * @param id the rule
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from caller_rule where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a rule.
     *
     * @param id the rule
     * @return the rule, or empty
     */
    public Optional<CallerRule> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from caller_rule where id = :id").param("id", id).query(CallerRuleRepository::rule).optional();
    }

    /**
     * All rules.
     *
     * @return those that let in first, then by how they tell callers and by number
     */
    public List<CallerRule> all() {
        return jdbc.sql("select " + COLUMNS + " from caller_rule order by action, matches, number").query(CallerRuleRepository::rule).list();
    }

    private static CallerRule rule(ResultSet row, int index) throws SQLException {
        return new CallerRule(row.getObject("id", UUID.class), CallerRule.Action.of(row.getString("action")),
                CallerRule.Matches.of(row.getString("matches")), row.getString("number"), row.getString("note"));
    }
}
