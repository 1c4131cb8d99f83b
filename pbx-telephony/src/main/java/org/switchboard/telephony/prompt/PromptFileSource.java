package org.switchboard.telephony.prompt;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine's role reads about prompts: of all companies. */
final class PromptFileSource {

    private final JdbcClient jdbc;

    /**
     * @param engineDatabase connections of the engine's role
     */
    PromptFileSource(DataSource engineDatabase) {
        this.jdbc = JdbcClient.create(engineDatabase);
    }

    /**
     * A sound as it should be on the disk.
     *
     * @param id       the prompt
     * @param tenantId its company
     * @param audioAt  when the sound was made
     * @param bytes    how large the file is
     */
    record Wanted(UUID id, UUID tenantId, Instant audioAt, long bytes) {
    }

    /** Every prompt there is. */
    List<Wanted> all() {
        return wanted(jdbc.sql(select("")));
    }

    /** The prompts of some companies. */
    List<Wanted> of(Collection<UUID> tenantIds) {
        return wanted(jdbc.sql(select("where p.tenant_id in (:tenants)")).param("tenants", tenantIds));
    }

    /** A prompt's sound; empty when it is gone. */
    Optional<PromptSound> sound(UUID id) {
        return jdbc.sql("select audio from prompt_audio where prompt_id = :id").param("id", id)
                .query((row, number) -> new PromptSound(row.getBytes("audio"))).optional();
    }

    // The length of a value is known without reading it.
    private static String select(String where) {
        return """
                select p.id, p.tenant_id, p.audio_at, octet_length(a.audio) as bytes
                  from prompt p join prompt_audio a on a.tenant_id = p.tenant_id and a.prompt_id = p.id\s""" + where;
    }

    private static List<Wanted> wanted(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> new Wanted(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class),
                row.getObject("audio_at", OffsetDateTime.class).toInstant(), row.getLong("bytes"))).list();
    }
}
