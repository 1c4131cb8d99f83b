package org.switchboard.telephony.recording;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.call.RecordingRef;

/** SQL of the keeping of recordings, for all companies. Engine's role. */
final class KeptRecordingRepository {

    /** Who deletes in the record of changes when the time is up. */
    private static final String ACTOR = "retention";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeptRecordingRepository(DataSource engine) {
        this.jdbc = JdbcClient.create(engine);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(engine));
    }

    /**
     * A recording that was made.
     *
     * @param ref       what it is
     * @param callId    the call in the history
     * @param linkedId  the same for Asterisk
     * @param startedAt when it began
     * @param millis    how long it is
     * @param bytes     size of the file that is kept
     * @param file      where that is
     * @param peaks     how loud it is
     */
    record Made(RecordingRef ref, UUID callId, String linkedId, Instant startedAt, long millis, long bytes, String file, byte[] peaks) {
    }

    /**
     * A recording whose time is up.
     *
     * @param id   which
     * @param file its file
     */
    record Expired(UUID id, String file) {
    }

    /** Notes a recording; one that is noted already stays as it is. */
    void insert(Made made) {
        RecordingRef ref = made.ref();
        jdbc.sql("""
                insert into recording (id, tenant_id, call_id, linked_id, started_at, seconds, bytes, file, reason, queue_id, extension, peaks)
                values (:id, :tenant, :call, :linked, :started, :seconds, :bytes, :file, :reason, :queue, :extension, :peaks)
                on conflict (id) do nothing""")
                .param("id", ref.id()).param("tenant", ref.tenantId()).param("call", made.callId()).param("linked", made.linkedId())
                .param("started", made.startedAt().atOffset(ZoneOffset.UTC))
                .param("seconds", BigDecimal.valueOf(made.millis(), 3)).param("bytes", made.bytes()).param("file", made.file())
                .param("reason", RecordingReason.of(ref.reason()).value()).param("queue", ref.queueId()).param("extension", ref.extension())
                .param("peaks", made.peaks())
                .update();
    }

    /** Whether the company is still there. */
    boolean isTenant(UUID tenantId) {
        return jdbc.sql("select count(*) from tenant where id = :id").param("id", tenantId).query(Long.class).single() > 0;
    }

    /** Recordings older than they may become: by their queue's rule, else by their company's. */
    List<Expired> expired(Instant now, int most) {
        return jdbc.sql("""
                select r.id, r.file
                  from recording r
                  left join recording_settings s on s.tenant_id = r.tenant_id
                  left join recording_keeping k on k.tenant_id = r.tenant_id and k.queue_id = r.queue_id
                 where r.started_at < :now - make_interval(days => case when k.id is null then s.keep_days else k.keep_days end)
                 order by r.started_at limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC)).param("most", most)
                .query((row, _) -> new Expired(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    /** Forgets a recording, and says so in the record of changes. */
    void delete(UUID id) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select set_config('pbx.actor', :actor, true)").param("actor", ACTOR).query(String.class).single();
            jdbc.sql("delete from recording where id = :id").param("id", id).update();
        });
    }
}
