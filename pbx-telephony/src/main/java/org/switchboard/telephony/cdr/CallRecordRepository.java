package org.switchboard.telephony.cdr;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.telephony.call.Step;
import tools.jackson.databind.json.JsonMapper;

/** Writes call records. Engine's role, inside a transaction. What is written twice is there once. */
final class CallRecordRepository {

    private static final int BATCH = 200;
    private static final long LATE_STEP_SECONDS = 2 * 86_400L;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();
    private final Set<YearMonth> partitions = new HashSet<>();

    CallRecordRepository(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** A leg with what ties it to its call. */
    private record PlacedLeg(CallRecord call, int position, CallLeg leg) {
    }

    /**
     * Whether it is not known yet that there is a partition for a moment.
     *
     * @param moment the moment
     * @return true until {@link #hasPartition} was called for its month
     */
    boolean needsPartition(Instant moment) {
        return !partitions.contains(month(moment));
    }

    /**
     * Makes the partition for a moment, where it is missing.
     *
     * @param moment the moment
     */
    void makePartition(Instant moment) {
        jdbc.sql("select ensure_call_partition(:moment)").param("moment", time(moment)).query(row -> {
        });
    }

    /**
     * Remembers that there is a partition.
     *
     * @param moment a moment in its month
     */
    void hasPartition(Instant moment) {
        partitions.add(month(moment));
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    /**
     * Writes calls with their legs. A call whose company is gone is left out.
     *
     * @param calls the calls
     */
    void insert(Collection<CallRecord> calls) {
        batches.batchUpdate("""
                insert into call (tenant_id, id, linked_id, started_at, answered_at, ended_at, direction, caller_number, caller_name,
                                  callee_number, callee_name, caller_extension, callee_extension, disposition, hangup_cause, cut_short, steps)
                select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb from tenant where id = ?
                on conflict do nothing""", calls, BATCH, this::bindCall);
        List<PlacedLeg> legs = new ArrayList<>();
        for (CallRecord call : calls) {
            for (int i = 0; i < call.legs().size(); i++) {
                legs.add(new PlacedLeg(call, i, call.legs().get(i)));
            }
        }
        batches.batchUpdate("""
                insert into call_leg (tenant_id, call_id, call_started_at, position, channel, role, number, name, device_name,
                                      started_at, answered_at, ended_at, outcome, hangup_cause, events)
                select id, ?, ?, ?, ?, ?, ?, ?, (select device.name from device where sip_username = ? and tenant_id = tenant.id),
                       ?, ?, ?, ?, ?, ?::jsonb
                  from tenant where id = ?
                on conflict do nothing""", legs, BATCH, this::bindLeg);
    }

    private void bindCall(PreparedStatement row, CallRecord call) throws SQLException {
        row.setObject(1, call.id());
        row.setString(2, call.linkedId());
        row.setObject(3, time(call.startedAt()));
        row.setObject(4, time(call.answeredAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        row.setObject(5, time(call.endedAt()));
        row.setString(6, call.direction().value());
        row.setString(7, call.callerNumber());
        row.setString(8, call.callerName());
        row.setString(9, call.calleeNumber());
        row.setString(10, call.calleeName());
        row.setString(11, call.callerExtension());
        row.setString(12, call.calleeExtension());
        row.setString(13, call.disposition().value());
        row.setObject(14, call.hangupCause(), Types.INTEGER);
        row.setBoolean(15, call.cutShort());
        row.setString(16, json.writeValueAsString(call.steps().stream().map(RecordedStep::of).toList()));
        row.setObject(17, call.tenantId());
    }

    private void bindLeg(PreparedStatement row, PlacedLeg placed) throws SQLException {
        CallLeg leg = placed.leg();
        row.setObject(1, placed.call().id());
        row.setObject(2, time(placed.call().startedAt()));
        row.setInt(3, placed.position());
        row.setString(4, leg.channel());
        row.setString(5, leg.role().value());
        row.setString(6, leg.number());
        row.setString(7, leg.name());
        row.setString(8, leg.sipUsername());
        row.setObject(9, time(leg.startedAt()));
        row.setObject(10, time(leg.answeredAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        row.setObject(11, time(leg.endedAt()));
        row.setString(12, leg.outcome().value());
        row.setObject(13, leg.hangupCause(), Types.INTEGER);
        row.setString(14, json.writeValueAsString(leg.events()));
        row.setObject(15, placed.call().tenantId());
    }

    /**
     * Which of some calls are already recorded.
     *
     * @param steps steps of the calls in question
     * @return linked ids of the recorded ones
     */
    Set<String> recorded(Collection<Step> steps) {
        Map<UUID, String> ids = new LinkedHashMap<>();
        Set<UUID> tenants = new HashSet<>();
        Instant earliest = Instant.MAX;
        for (Step step : steps) {
            ids.put(CallRecord.idOf(step.linkedId()), step.linkedId());
            tenants.add(step.tenantId());
            earliest = step.at().isBefore(earliest) ? step.at() : earliest;
        }
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<String> recorded = new HashSet<>();
        jdbc.sql("select id from call where tenant_id = any(:tenants) and id = any(:ids) and started_at > :earliest")
                .param("tenants", tenants.toArray(UUID[]::new))
                .param("ids", ids.keySet().toArray(UUID[]::new))
                .param("earliest", time(earliest.minusSeconds(LATE_STEP_SECONDS)))
                .query(row -> {
                    recorded.add(ids.get(row.getObject(1, UUID.class)));
                });
        return recorded;
    }

    /**
     * Adds a step to a call that was recorded before the step was read.
     *
     * @param step the step; one that the call already has is not added again
     */
    void addLateStep(Step step) {
        jdbc.sql("""
                update call set steps = steps || cast(:step as jsonb)
                 where tenant_id = :tenant and id = :id and started_at > :earliest and not steps @> cast(:step as jsonb)""")
                .param("step", json.writeValueAsString(List.of(RecordedStep.of(step))))
                .param("tenant", step.tenantId())
                .param("id", CallRecord.idOf(step.linkedId()))
                .param("earliest", time(step.at().minusSeconds(LATE_STEP_SECONDS)))
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
