package org.switchboard.telephony.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of recordings and of who heard them. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class RecordingRepository {

    private static final String SELECT = """
            select r.*, q.name as queue_name,
                   r.started_at + make_interval(days => case when k.id is null then s.keep_days else k.keep_days end) as kept_until,
                   (select count(*) from recording_play p where p.tenant_id = r.tenant_id and p.recording_id = r.id) as plays
              from recording r
              left join queue q on q.tenant_id = r.tenant_id and q.id = r.queue_id
              left join recording_settings s on s.tenant_id = r.tenant_id
              left join recording_keeping k on k.tenant_id = r.tenant_id and k.queue_id = r.queue_id
             where\s""";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public RecordingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The recordings of a call.
     *
     * @param callId the call
     * @return in order of time
     */
    List<Recording> ofCall(UUID callId) {
        return jdbc.sql(SELECT + "r.call_id = :callId order by r.started_at, r.id").param("callId", callId).query(RecordingRepository::recording).list();
    }

    /**
     * Finds a recording.
     *
     * @param id which
     * @return empty when there is none
     */
    Optional<Recording> find(UUID id) {
        return jdbc.sql(SELECT + "r.id = :id").param("id", id).query(RecordingRepository::recording).optional();
    }

    /**
     * Which of some calls have recordings of some queues.
     *
     * @param callIds the calls
     * @param queues  only recordings of these; null for all
     * @return their ids
     */
    Set<UUID> recorded(Collection<UUID> callIds, Collection<UUID> queues) {
        return new HashSet<>(jdbc.sql("""
                select distinct call_id from recording where call_id = any(:callIds) and (cast(:queues as uuid[]) is null or queue_id = any(:queues))""")
                .param("callIds", callIds.toArray(UUID[]::new)).param("queues", queues == null ? null : queues.toArray(UUID[]::new))
                .query(UUID.class).list());
    }

    /**
     * Deletes a recording and who heard it.
     *
     * @param id which
     * @return whether there was one
     */
    boolean delete(UUID id) {
        return jdbc.sql("delete from recording where id = :id").param("id", id).update() == 1;
    }

    /**
     * Who heard a recording.
     *
     * @param id   which
     * @param most how many to give
     * @return newest first
     */
    List<RecordingPlay> plays(UUID id, int most) {
        return jdbc.sql("select actor, played_at, kind, address from recording_play where recording_id = :id order by played_at desc, id desc limit :most")
                .param("id", id).param("most", most)
                .query((row, _) -> new RecordingPlay(row.getString(1), instant(row, "played_at"), RecordingPlay.Kind.of(row.getString(3)), row.getString(4)))
                .list();
    }

    /**
     * Notes that somebody hears a recording, unless that was noted a moment ago.
     *
     * @param tenantId the company
     * @param id       which
     * @param play     who, when and how
     * @param since    the moment: what was noted after it counts
     */
    void addPlay(UUID tenantId, UUID id, RecordingPlay play, Instant since) {
        jdbc.sql("""
                insert into recording_play (tenant_id, recording_id, actor, played_at, kind, address)
                select :tenantId, :id, :actor, :at, :kind, :address
                 where not exists (select from recording_play where recording_id = :id and actor = :actor and kind = :kind and address = :address
                                                               and played_at > :since)""")
                .param("tenantId", tenantId).param("id", id).param("actor", play.actor()).param("at", time(play.playedAt()))
                .param("kind", play.kind().value()).param("address", play.address()).param("since", time(since))
                .update();
    }

    /**
     * The queues that a user supervises.
     *
     * @param userId the user
     * @return empty when nothing narrows it to some
     */
    Set<UUID> supervised(UUID userId) {
        return new HashSet<>(jdbc.sql("select queue_id from queue_supervisor where user_id = :userId").param("userId", userId).query(UUID.class).list());
    }

    private static Recording recording(ResultSet row, int number) throws SQLException {
        return new Recording(row.getObject("id", UUID.class), row.getObject("call_id", UUID.class), instant(row, "started_at"),
                Duration.ofMillis(row.getBigDecimal("seconds").movePointRight(3).longValue()), row.getLong("bytes"), row.getString("file"),
                RecordingReason.of(row.getString("reason")), row.getObject("queue_id", UUID.class), row.getString("queue_name"),
                row.getString("extension"), row.getBytes("peaks"), instant(row, "kept_until"), row.getInt("plays"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
