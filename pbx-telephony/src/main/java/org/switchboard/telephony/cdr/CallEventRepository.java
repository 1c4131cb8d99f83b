package org.switchboard.telephony.cdr;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of the staged lines. Engine's role, inside a transaction. */
final class CallEventRepository {

    /**
     * A line of a call that has not ended.
     *
     * @param linkedId the call
     * @param spool    the witness
     * @param line     the record's text
     */
    record StagedLine(String linkedId, String spool, String line) {
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CallEventRepository(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    /**
     * Keeps lines until their call has ended.
     *
     * @param lines the lines
     */
    void stage(List<StagedLine> lines) {
        batches.batchUpdate("insert into call_event (linked_id, spool, line) values (?, ?, ?)", lines, 500, (statement, line) -> {
            statement.setString(1, line.linkedId());
            statement.setString(2, line.spool());
            statement.setString(3, line.line());
        });
    }

    /**
     * The calls that have lines staged.
     *
     * @return their linked ids
     */
    Set<String> openCalls() {
        return new HashSet<>(jdbc.sql("select distinct linked_id from call_event").query(String.class).list());
    }

    /**
     * Takes the staged lines of calls out.
     *
     * @param linkedIds the calls
     * @return their lines, in the order of staging
     */
    List<StagedLine> take(Collection<String> linkedIds) {
        return jdbc.sql("""
                with taken as (delete from call_event where linked_id = any(:ids) returning id, linked_id, spool, line)
                select linked_id, spool, line from taken order by id""")
                .param("ids", linkedIds.toArray(String[]::new))
                .query((row, number) -> new StagedLine(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
