package org.switchboard.telephony.agentphone;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that reads the keys of agents' lamps. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class AgentLampRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public AgentLampRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The key of an agent's lamps.
     *
     * @param agentId the agent
     * @return twenty digits; empty when the company has no such agent
     */
    public Optional<String> key(UUID agentId) {
        return jdbc.sql("select key from agent_lamp where agent_id = :agent").param("agent", agentId).query(String.class).optional();
    }
}
