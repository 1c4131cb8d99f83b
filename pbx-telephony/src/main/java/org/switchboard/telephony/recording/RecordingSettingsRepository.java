package org.switchboard.telephony.recording;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.telephony.extension.RecordPolicy;

/** SQL of what is recorded and how long it is kept. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class RecordingSettingsRepository {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public RecordingSettingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Today's settings.
     *
     * @return nothing told, kept for ever, where nothing was decided
     */
    RecordingSettings find() {
        List<RecordingSettings.Keeping> queues = jdbc.sql("select queue_id, keep_days from recording_keeping where keep_days is not null order by queue_id")
                .query((row, _) -> new RecordingSettings.Keeping(row.getObject(1, UUID.class), row.getInt(2))).list();
        return jdbc.sql("select notice_prompt_id, keep_days, own_calls from recording_settings")
                .query((row, _) -> new RecordingSettings(row.getObject(1, UUID.class), row.getObject(2, Integer.class), row.getBoolean(3), queues))
                .optional().orElse(new RecordingSettings(null, null, false, queues));
    }

    /**
     * Stores what holds for the whole company.
     *
     * @param tenantId the company
     * @param draft    a checked draft
     * @throws org.springframework.dao.DataIntegrityViolationException when the prompt is none of the company's
     */
    void store(UUID tenantId, RecordingSettingsDraft draft) {
        jdbc.sql("""
                insert into recording_settings as s (tenant_id, notice_prompt_id, keep_days, own_calls) values (:tenantId, :prompt, :days, :own)
                on conflict (tenant_id) do update
                   set notice_prompt_id = excluded.notice_prompt_id, keep_days = excluded.keep_days, own_calls = excluded.own_calls
                 where (s.notice_prompt_id, s.keep_days, s.own_calls)
                       is distinct from (excluded.notice_prompt_id, excluded.keep_days, excluded.own_calls)""")
                .param("tenantId", tenantId).param("prompt", draft.noticePromptId()).param("days", draft.keepDays()).param("own", draft.ownCalls())
                .update();
    }

    /**
     * Keeps a queue's recordings for a time of its own.
     *
     * @param tenantId the company
     * @param queueId  the queue
     * @param days     how long
     * @throws org.springframework.dao.DataIntegrityViolationException when the queue is none of the company's
     */
    void keep(UUID tenantId, UUID queueId, int days) {
        jdbc.sql("""
                insert into recording_keeping as k (tenant_id, queue_id, keep_days) values (:tenantId, :queueId, :days)
                on conflict (tenant_id, queue_id) do update set keep_days = excluded.keep_days where k.keep_days is distinct from excluded.keep_days""")
                .param("tenantId", tenantId).param("queueId", queueId).param("days", days).update();
    }

    /**
     * Keeps the recordings of all other queues as the company's.
     *
     * @param queueIds those that have a time of their own
     */
    void keepOthersAsTheCompany(List<UUID> queueIds) {
        jdbc.sql("delete from recording_keeping where not queue_id = any(:queueIds)").param("queueIds", queueIds.toArray(UUID[]::new)).update();
    }

    /**
     * Which talks of an extension are recorded.
     *
     * @param number the extension's number
     * @return empty when there is no such extension
     */
    Optional<RecordPolicy> policy(String number) {
        return jdbc.sql("select record from extension where number = :number").param("number", number).query(String.class).optional()
                .map(RecordPolicy::of);
    }

    /**
     * Changes which talks of an extension are recorded.
     *
     * @param number the extension's number
     * @param policy which
     * @return whether there is such an extension
     */
    boolean setPolicy(String number, RecordPolicy policy) {
        return jdbc.sql("update extension set record = :policy where number = :number").param("policy", policy.value()).param("number", number)
                .update() == 1;
    }
}
