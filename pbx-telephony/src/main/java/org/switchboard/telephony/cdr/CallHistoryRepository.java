package org.switchboard.telephony.cdr;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** SQL of the history. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class CallHistoryRepository {

    private static final int FETCH = 500;
    private static final String NEWEST_FIRST = " order by started_at desc, id desc";
    private static final TypeReference<List<RecordedStep>> STEPS = new TypeReference<>() { };
    private static final TypeReference<List<LegEvent>> EVENTS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public CallHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A query in the making. */
    private record Query(String sql, Map<String, Object> params) {
    }

    /**
     * Lists calls without legs, newest first.
     *
     * @param filter which
     * @param after  place to go on from; null begins at the newest
     * @param limit  most rows to give
     * @return the calls
     */
    List<PastCall> list(CallFilter filter, CallCursor after, int limit) {
        Query query = query(filter, after, limit);
        return jdbc.sql(query.sql()).params(query.params()).query(this::call).list();
    }

    /**
     * All calls without legs, newest first, fetched in portions.
     *
     * @param filter which
     * @return the calls, to be closed before the transaction ends
     */
    Stream<PastCall> stream(CallFilter filter) {
        Query query = query(filter, null, null);
        return jdbc.sql(query.sql()).withFetchSize(FETCH).params(query.params()).query(this::call).stream();
    }

    /**
     * A search looks at caller and callee, each through its own index: never with OR, which would use neither.
     */
    private static Query query(CallFilter filter, CallCursor after, Integer limit) {
        Map<String, Object> params = new LinkedHashMap<>();
        String conditions = conditions(filter, after, params);
        String end = NEWEST_FIRST;
        if (limit != null) {
            params.put("limit", limit);
            end += " limit :limit";
        }
        List<String> sides = new ArrayList<>();
        if (filter.search() == null) {
            sides.add("");
        } else if (filter.searchesNumber()) {
            params.put("search", filter.search());
            sides.add(" and caller_number = :search");
            sides.add(" and callee_number = :search");
        } else {
            params.put("search", filter.search().toLowerCase(Locale.ROOT));
            sides.add(" and strpos(lower(caller_name), :search) > 0");
            sides.add(" and strpos(lower(callee_name), :search) > 0");
        }
        String select = "select * from call c where " + conditions;
        if (sides.size() == 1) {
            return new Query(select + end, params);
        }
        // Whoever calls their own number is on both sides: the row counts once, as of the caller's.
        String second = sides.get(1) + " and not (true" + sides.get(0) + ")";
        return new Query("select * from ((" + select + sides.get(0) + end + ") union all (" + select + second + end + ")) as found" + end,
                params);
    }

    private static String conditions(CallFilter filter, CallCursor after, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("true");
        if (filter.from() != null) {
            where.append(" and started_at >= :from");
            params.put("from", time(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and started_at < :to");
            params.put("to", time(filter.to()));
        }
        if (filter.disposition() != null) {
            where.append(" and disposition = :disposition");
            params.put("disposition", filter.disposition().value());
        }
        if (filter.direction() != null) {
            where.append(" and direction = :direction");
            params.put("direction", filter.direction().value());
        }
        if (filter.extension() != null) {
            where.append(" and ").append("""
                    exists (select from call_leg l where l.tenant_id = c.tenant_id and l.call_started_at = c.started_at
                                                     and l.call_id = c.id and l.number = :extension)""");
            params.put("extension", filter.extension());
        }
        if (after != null) {
            where.append(" and (started_at, id) < (:afterStart, :afterId)");
            params.put("afterStart", time(after.startedAt()));
            params.put("afterId", after.id());
        }
        return where.toString();
    }

    /**
     * Finds a call.
     *
     * @param id its id
     * @return the call without legs, or empty
     */
    Optional<PastCall> find(UUID id) {
        return jdbc.sql("select * from call where id = :id").param("id", id).query(this::call).optional();
    }

    /**
     * The legs of calls.
     *
     * @param calls the calls
     * @return legs by call id, the caller's first
     */
    Map<UUID, List<PastLeg>> legs(List<PastCall> calls) {
        Map<UUID, List<PastLeg>> legs = new HashMap<>();
        if (calls.isEmpty()) {
            return legs;
        }
        Instant first = calls.stream().map(PastCall::startedAt).min(Instant::compareTo).orElseThrow();
        Instant last = calls.stream().map(PastCall::startedAt).max(Instant::compareTo).orElseThrow();
        jdbc.sql("""
                select * from call_leg where call_started_at between :first and :last and call_id = any(:ids)
                 order by call_started_at, call_id, position""")
                .param("first", time(first))
                .param("last", time(last))
                .param("ids", calls.stream().map(PastCall::id).toArray(UUID[]::new))
                .query(row -> {
                    legs.computeIfAbsent(row.getObject("call_id", UUID.class), call -> new ArrayList<>()).add(leg(row));
                });
        return legs;
    }

    /**
     * Counts calls by how they ended.
     *
     * @param from first moment
     * @param to   moment after the last
     * @return counts above zero
     */
    Map<Disposition, Long> count(Instant from, Instant to) {
        Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
        jdbc.sql("select disposition, count(*) from call where started_at >= :from and started_at < :to group by disposition")
                .param("from", time(from))
                .param("to", time(to))
                .query(row -> {
                    counts.put(Disposition.of(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    private PastCall call(ResultSet row, int number) throws SQLException {
        return new PastCall(row.getObject("id", UUID.class), instant(row, "started_at"), instant(row, "answered_at"),
                instant(row, "ended_at"), CallDirection.of(row.getString("direction")), row.getString("caller_number"),
                row.getString("caller_name"), row.getString("callee_number"), row.getString("callee_name"),
                row.getString("caller_extension"), row.getString("callee_extension"), Disposition.of(row.getString("disposition")),
                row.getObject("hangup_cause", Integer.class), row.getBoolean("cut_short"),
                json.readValue(row.getString("steps"), STEPS), List.of());
    }

    private PastLeg leg(ResultSet row) throws SQLException {
        return new PastLeg(LegRole.of(row.getString("role")), row.getString("number"), row.getString("name"),
                row.getString("device_name"), instant(row, "started_at"), instant(row, "answered_at"), instant(row, "ended_at"),
                LegOutcome.of(row.getString("outcome")), row.getObject("hangup_cause", Integer.class),
                json.readValue(row.getString("events"), EVENTS));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
