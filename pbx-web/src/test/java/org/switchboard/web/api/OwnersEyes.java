package org.switchboard.web.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as its owner sees it: without row-level security. */
final class OwnersEyes {

    // All that the portal can write, for one tenant.
    private static final List<String> TABLES = List.of(
            "app_user", "api_token", "extension", "device", "flow_node", "flow_exit", "ring_group", "ring_group_member", "menu",
            "announcement", "prompt", "prompt_audio", "voicemail_box", "voicemail_watcher", "voicemail_message", "schedule",
            "schedule_hours", "schedule_day", "phone_number", "trunk", "outbound_route", "outbound_route_trunk", "caller_rule", "call",
            "config_change", "idempotent_reply", "routing_assertion", "call_note", "queue_alert", "report_schedule", "report_schedule_queue", "report_mail", "queue_event");

    private final JdbcClient jdbc;

    OwnersEyes(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Everything a tenant has, to be compared with itself later.
     *
     * @param tenantId the tenant
     * @return all rows of all tables that the portal can write, as text
     */
    String everythingOf(UUID tenantId) {
        // One statement: the walls ask for it after each of hundreds of probes.
        return String.join("\n", jdbc.sql(TABLES.stream()
                        .map(table -> "select '%1$s ' || to_jsonb(t)::text as line from %1$s t where tenant_id = :id".formatted(table))
                        .collect(Collectors.joining(" union all ", "", " union all select 'tenant ' || to_jsonb(t)::text from tenant t where id = :id order by line")))
                .param("id", tenantId).query(String.class).list());
    }

    /**
     * Gives a tenant a number, and takes it from whoever has it.
     *
     * @param tenantId the tenant
     * @param number   E.164
     * @return the number's id
     */
    UUID number(UUID tenantId, String number) {
        jdbc.sql("delete from phone_number where number = :number").param("number", number).update();
        return jdbc.sql("insert into phone_number (tenant_id, number, name) values (:tenant, :number, '') returning id")
                .param("tenant", tenantId).param("number", number).query(UUID.class).single();
    }

    /**
     * Gives a tenant a prompt, without a sound.
     *
     * @param tenantId the tenant
     * @param name     what it is called
     * @return the prompt's id
     */
    UUID prompt(UUID tenantId, String name) {
        return jdbc.sql("insert into prompt (tenant_id, name, origin, seconds, audio_at) values (:tenant, :name, 'upload', 1, now()) returning id")
                .param("tenant", tenantId).param("name", name).query(UUID.class).single();
    }

    /**
     * Leaves a message of 12 seconds in a box.
     *
     * @param tenantId the tenant
     * @param box      the box's number
     * @param caller   name of who called
     * @return the message's id
     */
    UUID message(UUID tenantId, String box, String caller) {
        jdbc.sql("""
                insert into voicemessages (dir, msgnum, recording, callerid, origtime, duration, mailboxuser, mailboxcontext, msg_id)
                values ('/spool/' || :tenant || '/' || :box || '/INBOX', 0, '\\x52494646', '"' || :caller || '" <103>', 1795417141, 12, :box, :tenant::text, 'm')""")
                .param("tenant", tenantId.toString()).param("box", box).param("caller", caller).update();
        return jdbc.sql("select id from voicemail_message where tenant_id = :tenant and mailboxuser = :box and folder = 'INBOX'")
                .param("tenant", tenantId).param("box", box).query(UUID.class).single();
    }

    /**
     * Keeps a recording of one second, without its sound.
     *
     * @param tenantId the tenant
     * @return the recording's id
     */
    UUID recording(UUID tenantId) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into recording (id, tenant_id, call_id, linked_id, started_at, seconds, bytes, file, reason, peaks)
                values (:id, :tenant, :id, 'pbx-1.1', now(), 1, 100, :tenant || '/2026-11/' || :id || '.flac', 'demand', '\\x00')""")
                .param("id", id).param("tenant", tenantId).update();
        return id;
    }

    /**
     * Records a greeting in a box.
     *
     * @param tenantId the tenant
     * @param box      the box's number
     */
    void greeting(UUID tenantId, String box) {
        jdbc.sql("""
                insert into voicemessages (dir, msgnum, recording, mailboxuser, mailboxcontext)
                values ('/spool/' || :tenant || '/' || :box || '/unavail', -1, '\\x52494646', :box, :tenant)""")
                .param("tenant", tenantId.toString()).param("box", box).update();
    }

    /**
     * Lets an agent have answered a caller of a queue and written a note about it, and the queue be in trouble.
     *
     * @param tenantId the tenant
     * @param queueId  the queue
     * @param agentId  the agent
     * @param callId   the call in the history
     */
    void noteAndAlert(UUID tenantId, UUID queueId, UUID agentId, UUID callId) {
        jdbc.sql("""
                insert into call_note (tenant_id, visit, call_id, queue_id, agent_id, agent_name, number, note)
                values (:tenant, 'Secret.1', :call, :queue, :agent, 'Secret agent', '+12125550100', 'Secret note')""")
                .param("tenant", tenantId).param("call", callId).param("queue", queueId).param("agent", agentId).update();
        jdbc.sql("insert into queue_alert (tenant_id, queue_id, kind, began_at, value, bound, caller) values (:tenant, :queue, 'waiting', now(), 9, 3, 'Secret')")
                .param("tenant", tenantId).param("queue", queueId).update();
        jdbc.sql("select ensure_queue_event_partition(now())").query(rows -> { });
        jdbc.sql("""
                insert into queue_event (tenant_id, id, at, kind, queue_id, agent_id, visit, call_id)
                values (:tenant, gen_random_uuid(), now(), 'answered', :queue, :agent, 'Secret.1', :call)""")
                .param("tenant", tenantId).param("call", callId).param("queue", queueId).param("agent", agentId).update();
    }

    /**
     * Has a report mailed about a queue, and lets one mail have gone.
     *
     * @param tenantId the tenant
     * @param queueId  the queue
     * @return the schedule's id
     */
    UUID reportSchedule(UUID tenantId, UUID queueId) {
        UUID schedule = jdbc.sql("""
                insert into report_schedule (tenant_id, name, every, all_queues, recipients, language)
                values (:tenant, 'Secret report', 'day', false, '{secret@example.com}', 'en') returning id""")
                .param("tenant", tenantId).query(UUID.class).single();
        jdbc.sql("insert into report_schedule_queue (tenant_id, schedule_id, queue_id) values (:tenant, :schedule, :queue)")
                .param("tenant", tenantId).param("schedule", schedule).param("queue", queueId).update();
        jdbc.sql("""
                insert into report_mail (tenant_id, schedule_id, from_day, to_day, recipient, state, due)
                values (:tenant, :schedule, '2026-11-22', '2026-11-23', 'secret@example.com', 'sent', now())""")
                .param("tenant", tenantId).param("schedule", schedule).update();
        return schedule;
    }

    /**
     * Lets a supervisor have listened to an agent, and a caller of a queue wait to be called back.
     *
     * @param tenantId the tenant
     * @param queueId  the queue
     * @param agentId  the agent
     * @return the callback's id
     */
    UUID supervisionAndCallback(UUID tenantId, UUID queueId, UUID agentId) {
        UUID session = jdbc.sql("""
                insert into supervision (tenant_id, by, extension, agent_id, agent_name, queue_id, queue_name, linked_id, channel_id, asked_at)
                values (:tenant, 'Secret lead', '7654', :agent, 'Secret agent', :queue, 'Secret queue', 'linked', gen_random_uuid()::text, now())
                returning id""").param("tenant", tenantId).param("agent", agentId).param("queue", queueId).query(UUID.class).single();
        jdbc.sql("insert into supervision_turn (supervision_id, tenant_id, at, mode) values (:session, :tenant, now(), 'listen')")
                .param("session", session).param("tenant", tenantId).update();
        return jdbc.sql("""
                insert into callback (tenant_id, queue_id, visit, number, caller, name, linked_id, entered_at, priority, asked_at, ended_at, result)
                values (:tenant, :queue, 'Secret.2', '+12125550100', '+12125550100', 'Secret caller', 'linked', now(), 5, now(), now(), 'talked') returning id""")
                .param("tenant", tenantId).param("queue", queueId).query(UUID.class).single();
    }

    /**
     * Puts a call of two extensions into a tenant's history.
     *
     * @param tenantId   the tenant
     * @param startedAt  when it began
     * @param callerName name of who called
     * @return the call's id
     */
    UUID call(UUID tenantId, Instant startedAt, String callerName) {
        UUID id = UUID.randomUUID();
        jdbc.sql("select ensure_call_partition(:at)").param("at", startedAt.atOffset(ZoneOffset.UTC)).query(rows -> { });
        jdbc.sql("""
                insert into call (tenant_id, id, linked_id, started_at, answered_at, ended_at, caller_number, caller_name, callee_number,
                                  callee_name, caller_extension, callee_extension, disposition, hangup_cause, steps)
                values (:tenant, :id, :id::text, :at, :at + interval '4 s', :at + interval '64 s', '101', :name, '102', 'Daniel', '101', '102',
                        'answered', 16, '[{"at":"2026-11-23T09:30:00Z","kind":"route","name":"102","rule":"","reason":"","outcome":"extension"}]')""")
                .param("tenant", tenantId).param("id", id).param("at", startedAt.atOffset(ZoneOffset.UTC)).param("name", callerName)
                .update();
        jdbc.sql("""
                insert into call_leg (tenant_id, call_id, call_started_at, position, channel, role, number, name, started_at, ended_at, outcome, events)
                values (:tenant, :id, :at, 0, 'PJSIP/x', 'caller', '101', :name, :at, :at + interval '64 s', 'answered',
                        '[{"at":"2026-11-23T09:30:00Z","kind":"started","detail":""}]')""")
                .param("tenant", tenantId).param("id", id).param("at", startedAt.atOffset(ZoneOffset.UTC)).param("name", callerName)
                .update();
        return id;
    }
}
