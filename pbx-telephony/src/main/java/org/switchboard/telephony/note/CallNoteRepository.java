package org.switchboard.telephony.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the notes. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class CallNoteRepository {

    private static final String COLUMNS = "id, visit, call_id, queue_id, agent_id, agent_name, number, note, disposition, updated_at";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public CallNoteRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes a note, in place of what the same agent wrote about the same stay before.
     *
     * @param tenantId the company
     * @param subject  what it is about
     * @param draft    a checked draft
     * @return the note as stored
     * @throws org.springframework.dao.DataIntegrityViolationException when agent or queue are not the company's
     */
    public CallNote save(UUID tenantId, NoteSubject subject, CallNoteDraft draft) {
        return jdbc.sql("""
                insert into call_note (tenant_id, visit, call_id, queue_id, agent_id, agent_name, number, note, disposition)
                values (:tenantId, :visit, :callId, :queueId, :agentId, :agentName, :number, :note, :disposition)
                on conflict on constraint call_note_key do update set note = excluded.note, disposition = excluded.disposition,
                       call_id = coalesce(excluded.call_id, call_note.call_id), updated_at = now()
                returning\s""" + COLUMNS)
                .param("tenantId", tenantId).param("visit", subject.visit()).param("callId", subject.callId(), Types.OTHER)
                .param("queueId", subject.queueId(), Types.OTHER).param("agentId", subject.agentId(), Types.OTHER)
                .param("agentName", subject.agentName()).param("number", subject.number()).param("note", draft.note())
                .param("disposition", draft.disposition(), Types.VARCHAR)
                .query(CallNoteRepository::note)
                .single();
    }

    /**
     * What an agent wrote about a stay.
     *
     * @param visit   the stay
     * @param agentId the agent
     * @return the note, or empty
     */
    public Optional<CallNote> find(String visit, UUID agentId) {
        return jdbc.sql("select " + COLUMNS + " from call_note where visit = :visit and agent_id = :agentId")
                .param("visit", visit).param("agentId", agentId)
                .query(CallNoteRepository::note)
                .optional();
    }

    /**
     * What was written about calls of a number.
     *
     * @param number the customer's number
     * @param limit  most notes to give
     * @return the newest first
     */
    public List<CallNote> ofNumber(String number, int limit) {
        return jdbc.sql("select " + COLUMNS + " from call_note where number = :number and number <> '' order by created_at desc, id desc limit :limit")
                .param("number", number).param("limit", limit)
                .query(CallNoteRepository::note)
                .list();
    }

    /**
     * What was written about a call.
     *
     * @param callId the call in the history
     * @return the oldest first
     */
    public List<CallNote> ofCall(UUID callId) {
        return jdbc.sql("select " + COLUMNS + " from call_note where call_id = :callId order by created_at, id")
                .param("callId", callId)
                .query(CallNoteRepository::note)
                .list();
    }

    /**
     * What a call of a queue can have been about.
     *
     * @param queueId the queue; null for what holds in all queues
     * @return names of the disposition codes, in alphabetical order
     */
    public List<String> dispositions(UUID queueId) {
        return jdbc.sql("select distinct name from disposition_code where queue_id is null or queue_id = :queueId order by name")
                .param("queueId", queueId, Types.OTHER)
                .query(String.class)
                .list();
    }

    /**
     * The calls of queues that an agent answered.
     *
     * @param agentId the agent
     * @param visit   only this stay; null for any
     * @param limit   most calls to give
     * @return the newest first
     */
    public List<AnsweredCall> answered(UUID agentId, String visit, int limit) {
        return jdbc.sql("""
                select a.visit, a.call_id, a.queue_id, a.at, coalesce(e.detail ->> 'caller', '') as number, coalesce(e.detail ->> 'name', '') as name
                  from queue_event a
                  left join lateral (select entered.detail from queue_event entered where entered.tenant_id = a.tenant_id
                        and entered.visit = a.visit and entered.kind = 'entered' order by entered.at limit 1) e on true
                 where a.agent_id = :agentId and a.kind = 'answered' and (:visit::text is null or a.visit = :visit)
                 order by a.at desc limit :limit""")
                .param("agentId", agentId).param("visit", visit, Types.VARCHAR).param("limit", limit)
                .query((row, number) -> new AnsweredCall(row.getString("visit"), row.getObject("call_id", UUID.class),
                        row.getObject("queue_id", UUID.class), row.getString("number"), row.getString("name"), row.getTimestamp("at").toInstant()))
                .list();
    }

    private static CallNote note(ResultSet row, int number) throws SQLException {
        return new CallNote(row.getObject("id", UUID.class), new NoteSubject(row.getString("visit"), row.getObject("call_id", UUID.class),
                row.getObject("queue_id", UUID.class), row.getObject("agent_id", UUID.class), row.getString("agent_name"), row.getString("number")),
                row.getString("note"), row.getString("disposition"), row.getTimestamp("updated_at").toInstant());
    }
}
