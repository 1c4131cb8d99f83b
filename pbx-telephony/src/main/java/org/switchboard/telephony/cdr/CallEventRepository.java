package org.switchboard.telephony.cdr;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of the staged lines and of how far the witnesses' files were read. Engine's role, inside a transaction. */
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
     * How far the files of a witness were read.
     *
     * @param spool the witness
     * @return positions in bytes by file key
     */
    Map<String, Long> positions(String spool) {
        Map<String, Long> positions = new HashMap<>();
        jdbc.sql("select file_key, position from spool_position where spool = :spool")
                .param("spool", spool)
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        return positions;
    }

    /**
     * Moves the position of a file.
     *
     * @param spool   the witness
     * @param fileKey the file
     * @param from    where reading began
     * @param to      where it ended
     * @return false when the position in the database is not {@code from}: somebody else has read these records
     */
    boolean advance(String spool, String fileKey, long from, long to) {
        String sql = from == 0
                ? """
                  insert into spool_position as p (spool, file_key, position) values (:spool, :fileKey, :to)
                  on conflict (spool, file_key) do update set position = excluded.position, updated_at = now() where p.position = :from"""
                : """
                  update spool_position set position = :to, updated_at = now()
                   where spool = :spool and file_key = :fileKey and position = :from""";
        return jdbc.sql(sql).param("spool", spool).param("fileKey", fileKey).param("from", from).param("to", to).update() == 1;
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
