package org.switchboard.telephony.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the reasons to pause. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class PauseReasonRepository {

    private static final String SELECT = "select id, name, digit from pause_reason ";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public PauseReasonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a reason.
     *
     * @param tenantId the company
     * @param draft    a checked draft with a digit
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the name ({@code pause_reason_name_key}) or the digit
     *                                                       ({@code pause_reason_digit_key}) is taken
     */
    public UUID insert(UUID tenantId, PauseReasonDraft draft) {
        return jdbc.sql("insert into pause_reason (tenant_id, name, digit) values (:tenantId, :name, :digit) returning id")
                .param("tenantId", tenantId).param("name", draft.name()).param("digit", draft.digit()).query(UUID.class).single();
    }

    /**
     * Changes a reason.
     *
     * @param id    the reason
     * @param draft a checked draft with a digit
     * @return whether there is one
     * @throws org.springframework.dao.DuplicateKeyException as {@link #insert}
     */
    public boolean update(UUID id, PauseReasonDraft draft) {
        return jdbc.sql("update pause_reason set name = :name, digit = :digit where id = :id")
                .param("id", id).param("name", draft.name()).param("digit", draft.digit()).update() == 1;
    }

    /**
     * Deletes a reason.
     *
     * @param id the reason
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from pause_reason where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a reason.
     *
     * @param id the reason
     * @return the reason, or empty
     */
    public Optional<PauseReason> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(PauseReasonRepository::reason).optional();
    }

    /**
     * All reasons.
     *
     * @return in the order of their digits
     */
    public List<PauseReason> all() {
        return jdbc.sql(SELECT + "order by digit").query(PauseReasonRepository::reason).list();
    }

    private static PauseReason reason(ResultSet row, int number) throws SQLException {
        return new PauseReason(row.getObject("id", UUID.class), row.getString("name"), row.getString("digit"));
    }
}
