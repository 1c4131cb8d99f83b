package org.switchboard.telephony.spool;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of how far the witnesses' files were read. Engine's role, inside the transaction of the rows that were made of them. */
public final class SpoolPositions {

    private final JdbcClient jdbc;

    /**
     * Makes it.
     *
     * @param jdbc connections of the engine's role
     */
    public SpoolPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far the files of a witness were read.
     *
     * @param spool the witness
     * @return positions in bytes by file key
     */
    public Map<String, Long> of(String spool) {
        Map<String, Long> positions = new HashMap<>();
        jdbc.sql("select file_key, position from spool_position where spool = :spool")
                .param("spool", spool)
                .query(row -> {
                    positions.put(row.getString(1), row.getLong(2));
                });
        return positions;
    }

    /**
     * Moves the position of a file behind a batch.
     *
     * @param batch what was read
     * @throws StaleSpoolPosition when the position in the database is not where the batch begins: somebody else has read these records
     */
    public void advance(SpoolBatch<?> batch) {
        String sql = batch.from() == 0
                ? """
                  insert into spool_position as p (spool, file_key, position) values (:spool, :fileKey, :to)
                  on conflict (spool, file_key) do update set position = excluded.position, updated_at = now() where p.position = :from"""
                : """
                  update spool_position set position = :to, updated_at = now()
                   where spool = :spool and file_key = :fileKey and position = :from""";
        int moved = jdbc.sql(sql).param("spool", batch.spool()).param("fileKey", batch.fileKey())
                .param("from", batch.from()).param("to", batch.to()).update();
        if (moved != 1) {
            throw new StaleSpoolPosition(batch.spool(), batch.from());
        }
    }
}
