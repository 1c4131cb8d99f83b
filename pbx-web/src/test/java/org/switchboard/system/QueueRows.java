package org.switchboard.system;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal wrote down about the callers of a queue: the rows that wallboard, history and reports are counted from. */
final class QueueRows {

    private final JdbcClient database;
    private final UUID queue;

    private QueueRows(JdbcClient database, UUID queue) {
        this.database = database;
        this.queue = queue;
    }

    /** Those of a queue, read as the engine reads them. */
    static QueueRows of(Portal portal, UUID queue) {
        var source = new PGSimpleDataSource();
        source.setUrl(portal.stack().jdbcUrl());
        source.setUser("pbx_engine");
        source.setPassword(portal.stack().secrets().databaseEngine());
        return new QueueRows(JdbcClient.create(source), queue);
    }

    /**
     * One thing that happened in a stay.
     *
     * @param at       when
     * @param kind     what
     * @param agent    the agent's name; null for none
     * @param waitedMs how long the caller had waited; null where it says nothing of it
     * @param callback whether it was with a customer who was called back
     */
    record Row(Instant at, String kind, String agent, Long waitedMs, boolean callback) {
    }

    /**
     * One stay of a caller.
     *
     * @param caller the number
     * @param rows   what happened, the earliest first
     */
    record Stay(String caller, List<Row> rows) {

        /** The rows of this kind. */
        List<Row> of(String... kinds) {
            return rows.stream().filter(row -> List.of(kinds).contains(row.kind())).toList();
        }

        /** How the waiting ended: all rows that say so, of which there must be one. */
        List<Row> ends() {
            return of("answered", "abandoned", "left", "callback_ended");
        }
    }

    /** All stays, by their ids, the earliest first. */
    Map<String, Stay> stays() {
        var rows = new LinkedHashMap<String, List<Row>>();
        var callers = new LinkedHashMap<String, String>();
        database.sql("""
                        select visit, at, kind, agent_name, detail->>'caller' as caller, detail->>'waited' as waited, detail->>'callback' as callback
                          from queue_event where queue_id = ? and visit is not null order by at, seq""").param(queue)
                .query((row, _) -> {
                    String visit = row.getString("visit");
                    String waited = row.getString("waited");
                    if (row.getString("caller") != null) {
                        callers.put(visit, row.getString("caller"));
                    }
                    return rows.computeIfAbsent(visit, _ -> new ArrayList<>()).add(new Row(row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("kind"), row.getString("agent_name"), waited == null ? null : Long.valueOf(waited),
                            "true".equals(row.getString("callback"))));
                }).list();
        var stays = new LinkedHashMap<String, Stay>();
        rows.forEach((visit, of) -> stays.put(visit, new Stay(callers.getOrDefault(visit, ""), of)));
        return stays;
    }
}
