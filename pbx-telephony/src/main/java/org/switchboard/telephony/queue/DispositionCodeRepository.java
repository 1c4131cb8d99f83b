package org.switchboard.telephony.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the disposition codes. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class DispositionCodeRepository {

    private static final String SELECT = """
            select d.id, d.name, d.queue_id, q.name as queue
              from disposition_code d left join queue q on q.tenant_id = d.tenant_id and q.id = d.queue_id
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public DispositionCodeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a code.
     *
     * @param tenantId the company
     * @param name     a checked name
     * @param queueId  its queue; null for all queues
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code disposition_code_name_key})
     */
    public UUID insert(UUID tenantId, String name, UUID queueId) {
        return jdbc.sql("insert into disposition_code (tenant_id, name, queue_id) values (:tenantId, :name, :queueId) returning id")
                .param("tenantId", tenantId).param("name", name).param("queueId", queueId).query(UUID.class).single();
    }

    /**
     * Changes a code.
     *
     * @param id      the code
     * @param name    a checked name
     * @param queueId its queue; null for all queues
     * @return whether there is one
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code disposition_code_name_key})
     */
    public boolean update(UUID id, String name, UUID queueId) {
        return jdbc.sql("update disposition_code set name = :name, queue_id = :queueId where id = :id")
                .param("id", id).param("name", name).param("queueId", queueId).update() == 1;
    }

    /**
     * Deletes a code. What was said with it before stays said.
     *
     * @param id the code
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from disposition_code where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a code.
     *
     * @param id the code
     * @return the code, or empty
     */
    public Optional<DispositionCode> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id").param("id", id).query(DispositionCodeRepository::code).optional();
    }

    /**
     * All codes.
     *
     * @return those of all queues first, then by queue, and by name
     */
    public List<DispositionCode> all() {
        return jdbc.sql(SELECT + "order by q.name nulls first, d.name").query(DispositionCodeRepository::code).list();
    }

    private static DispositionCode code(ResultSet row, int number) throws SQLException {
        return new DispositionCode(row.getObject("id", UUID.class), row.getString("name"), row.getObject("queue_id", UUID.class), row.getString("queue"));
    }
}
