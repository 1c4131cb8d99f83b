package org.switchboard.telephony.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the agents. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class AgentRepository {

    private static final String SELECT = """
            select a.id, a.tenant_id, a.name, a.number, a.user_id, a.extension_id, e.number as extension, a.pin_hash is not null as has_pin, a.created_at
              from agent a left join extension e on e.tenant_id = a.tenant_id and e.id = a.extension_id
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public AgentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An extension's id and name, for an agent who is to have them.
     *
     * @param id     the extension
     * @param number its number
     * @param name   its name
     */
    public record Phone(UUID id, String number, String name) {
    }

    /**
     * Finds an extension.
     *
     * @param number its number
     * @return empty when the company has no such extension
     */
    public Optional<Phone> phone(String number) {
        return jdbc.sql("select id, number, name from extension where number = :number").param("number", number)
                .query((row, at) -> new Phone(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"))).optional();
    }

    /**
     * Adds an agent, without skills and queues.
     *
     * @param tenantId    the company
     * @param draft       a checked draft with name and number
     * @param extensionId the agent's phone; null for none
     * @return the agent's id
     * @throws org.springframework.dao.DuplicateKeyException when the number ({@code agent_number_key}), the user ({@code agent_user_key}) or
     *                                                       the phone ({@code agent_extension_key}) is another agent's
     * @throws org.springframework.dao.DataIntegrityViolationException when the user is not one of the company's
     */
    public UUID insert(UUID tenantId, AgentDraft draft, UUID extensionId) {
        return settings(jdbc.sql("""
                insert into agent (tenant_id, name, number, user_id, extension_id)
                values (:tenantId, :name, :number, :userId, :extensionId) returning id"""), draft, extensionId)
                .param("tenantId", tenantId).query(UUID.class).single();
    }

    /**
     * Changes an agent, but not skills, queues and PIN.
     *
     * @param id          the agent
     * @param draft       a checked draft with name and number
     * @param extensionId the agent's phone; null for none
     * @return whether there is one
     * @throws org.springframework.dao.DataIntegrityViolationException as {@link #insert}
     */
    public boolean update(UUID id, AgentDraft draft, UUID extensionId) {
        return settings(jdbc.sql("""
                update agent set name = :name, number = :number, user_id = :userId, extension_id = :extensionId where id = :id"""), draft, extensionId)
                .param("id", id).update() == 1;
    }

    /**
     * Sets or takes away a PIN.
     *
     * @param id     the agent
     * @param digest made by the password encoder; null for no PIN
     */
    public void updatePin(UUID id, String digest) {
        jdbc.sql("update agent set pin_hash = :digest where id = :id").param("id", id).param("digest", digest).update();
    }

    /**
     * Deletes an agent.
     *
     * @param id the agent
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from agent where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds an agent, without skills and queues.
     *
     * @param id the agent
     * @return the agent, or empty
     */
    public Optional<Agent> find(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id").param("id", id).query(AgentRepository::agent).optional();
    }

    /**
     * Finds an agent by number, without skills and queues.
     *
     * @param number the number
     * @return the agent, or empty
     */
    public Optional<Agent> find(String number) {
        return jdbc.sql(SELECT + "where a.number = :number").param("number", number).query(AgentRepository::agent).optional();
    }

    /**
     * Finds an agent, and keeps others from changing him until the transaction ends.
     *
     * @param id the agent
     * @return the agent without skills and queues, or empty
     */
    public Optional<Agent> findForUpdate(UUID id) {
        return jdbc.sql(SELECT + "where a.id = :id for update of a").param("id", id).query(AgentRepository::agent).optional();
    }

    /**
     * The agent whom a user is.
     *
     * @param userId the user
     * @return the agent without skills and queues, or empty
     */
    public Optional<Agent> ofUser(UUID userId) {
        return jdbc.sql(SELECT + "where a.user_id = :userId").param("userId", userId).query(AgentRepository::agent).optional();
    }

    /**
     * Lists agents, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  number after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the agents without skills and queues
     */
    public List<Agent> list(String search, String after, int limit) {
        return jdbc.sql(SELECT + """
                where (char_length(a.number), a.number) > (char_length(:after), :after)
                  and (:search = '' or starts_with(a.number, :search) or strpos(lower(a.name), lower(:search)) > 0)
                order by char_length(a.number), a.number limit :limit""")
                .param("after", after).param("search", search).param("limit", limit)
                .query(AgentRepository::agent).list();
    }

    /**
     * Who all the agents are, to choose from.
     *
     * @return shorter numbers first, then in numeric order
     */
    public List<AgentName> names() {
        return jdbc.sql("select id, number, name from agent order by char_length(number), number")
                .query((row, at) -> new AgentName(row.getObject("id", UUID.class), row.getString("number"), row.getString("name"))).list();
    }

    /**
     * How many agents there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from agent").query(Integer.class).single();
    }

    private static StatementSpec settings(StatementSpec statement, AgentDraft draft, UUID extensionId) {
        return statement.param("name", draft.name()).param("number", draft.number()).param("userId", draft.userId())
                .param("extensionId", extensionId);
    }

    private static Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"), row.getString("number"),
                row.getObject("user_id", UUID.class), row.getObject("extension_id", UUID.class), row.getString("extension"),
                row.getBoolean("has_pin"), row.getObject("created_at", OffsetDateTime.class).toInstant(), List.of(), List.of());
    }
}
