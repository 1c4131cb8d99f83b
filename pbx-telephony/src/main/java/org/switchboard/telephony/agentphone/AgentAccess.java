package org.switchboard.telephony.agentphone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.switchboard.telephony.supervision.SpyMode;

/**
 * Who may do what by phone, as role {@code pbx_engine}. Wrong PINs are counted in the database, over all phones and engines. Every method throws
 * {@link org.springframework.dao.DataAccessException} when the database is away.
 */
public final class AgentAccess {

    private final JdbcClient engine;
    private final PasswordEncoder encoder;

    /**
     * Wires it.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     * @param encoder        made the digests of PINs
     */
    public AgentAccess(DataSource engineDatabase, PasswordEncoder encoder) {
        this.engine = JdbcClient.create(engineDatabase);
        this.encoder = encoder;
    }

    /** What became of a PIN. */
    enum Pin {
        /** It is right; the wrong ones before it are forgotten. */
        RIGHT,
        /** It is wrong, there is none, or there is no such agent. */
        WRONG,
        /** Nothing is accepted for now. */
        LOCKED
    }

    /** The key of an agent's lamps. */
    record Lamp(UUID tenantId, UUID agentId, String key) {
    }

    private record Try(UUID agentId, String digest, boolean locked) {
    }

    /** Tries a PIN. It is counted as wrong before it is compared, so that many calls at once do not get more tries than one. */
    Pin check(UUID tenantId, String number, String pin, Instant now) {
        var counted = engine.sql("select agent_id, digest, locked from try_agent_pin(:tenant, :number, :now)").param("tenant", tenantId)
                .param("number", number).param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Try(row.getObject("agent_id", UUID.class), row.getString("digest"), row.getObject("locked") != null)).optional();
        if (counted.isEmpty()) {
            return Pin.WRONG;
        }
        var one = counted.get();
        if (one.digest() != null && encoder.matches(pin, one.digest())) {
            engine.sql("select accept_agent_pin(:agent)").param("agent", one.agentId()).query((_, _) -> 0).list();
            return Pin.RIGHT;
        }
        return one.locked() ? Pin.LOCKED : Pin.WRONG;
    }

    /** What the user of an extension may do in a queue. */
    Set<SpyMode> supervised(UUID tenantId, UUID extensionId, UUID queueId) {
        return engine.sql("select * from supervised_from(:tenant, :extension) where queue_id = :queue").param("tenant", tenantId)
                .param("extension", extensionId).param("queue", queueId).query(AgentAccess::modes).optional().orElse(Set.of());
    }

    /** Whose lamp a key is. */
    Optional<UUID> agentOfLamp(UUID tenantId, String key) {
        return engine.sql("select agent_id from agent_lamp where tenant_id = :tenant and key = :key").param("tenant", tenantId).param("key", key)
                .query(UUID.class).optional();
    }

    /** The lamps of all agents of all companies. */
    List<Lamp> lamps() {
        return engine.sql("select tenant_id, agent_id, key from agent_lamp")
                .query((row, _) -> new Lamp(row.getObject("tenant_id", UUID.class), row.getObject("agent_id", UUID.class), row.getString("key"))).list();
    }

    private static Set<SpyMode> modes(ResultSet row, int number) throws SQLException {
        var modes = EnumSet.noneOf(SpyMode.class);
        for (var mode : SpyMode.values()) {
            if (row.getBoolean("may_" + mode.key())) {
                modes.add(mode);
            }
        }
        return modes;
    }
}
