package org.switchboard.telephony.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What is set in a queue's own row, as web and engine both read it.
 *
 * @param name         what people read
 * @param number       what extensions dial for it; null when it cannot be dialled
 * @param priority     1 to 10, the higher, the earlier
 * @param agingSeconds waiting for so long counts as one step of priority; 0 for never
 * @param offers       how callers are offered to agents
 * @param limits       who may wait, and how long
 * @param sounds       what callers hear
 * @param callback     whether and how they can be called back
 * @param goal         how well it means to serve
 * @param alerts       when it calls for attention
 * @param recording    whether talks are recorded
 */
public record QueueSettings(String name, String number, int priority, int agingSeconds, QueueOffers offers, QueueLimits limits,
                            QueueSounds sounds, QueueCallback callback, ServiceGoal goal, QueueAlerts alerts, QueueRecording recording) {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS = """
            name, number, priority, aging_seconds, strategy, ring_seconds, wrap_up_seconds, missed_offers, set_aside_seconds, max_length,
            max_wait_seconds, join_when, stay_when, greeting_prompt_id, music_prompt_id, announce_position, announce_wait, announce_seconds,
            periodic_prompt_id, periodic_seconds, callback_key, callback_schedule_id, callback_attempts, callback_retry_seconds,
            service_level_seconds, service_level_percent, alert_waiting, alert_wait_seconds, alert_abandoned, alert_emails, record,
            consent_prompt_id""";

    /**
     * Reads a row.
     *
     * @param row with {@link #COLUMNS}
     * @return what is in it
     * @throws SQLException when a column is missing
     */
    public static QueueSettings read(ResultSet row) throws SQLException {
        return new QueueSettings(row.getString("name"), row.getString("number"), row.getInt("priority"), row.getInt("aging_seconds"),
                new QueueOffers(QueueStrategy.of(row.getString("strategy")), row.getInt("ring_seconds"), row.getInt("wrap_up_seconds"),
                        row.getInt("missed_offers"), row.getInt("set_aside_seconds")),
                new QueueLimits(number(row, "max_length"), number(row, "max_wait_seconds"), Staffing.of(row.getString("join_when")),
                        Staffing.of(row.getString("stay_when"))),
                new QueueSounds(id(row, "greeting_prompt_id"), id(row, "music_prompt_id"), row.getBoolean("announce_position"),
                        row.getBoolean("announce_wait"), row.getInt("announce_seconds"), id(row, "periodic_prompt_id"), row.getInt("periodic_seconds")),
                new QueueCallback(row.getString("callback_key"), id(row, "callback_schedule_id"), row.getInt("callback_attempts"),
                        row.getInt("callback_retry_seconds")),
                new ServiceGoal(row.getInt("service_level_seconds"), row.getInt("service_level_percent")),
                new QueueAlerts(number(row, "alert_waiting"), number(row, "alert_wait_seconds"), row.getBoolean("alert_abandoned"),
                        List.of((String[]) row.getArray("alert_emails").getArray())),
                new QueueRecording(RecordCalls.of(row.getString("record")), id(row, "consent_prompt_id")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Integer number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
