package org.switchboard.telephony.spool;

import java.util.Optional;

/**
 * How a witness's file is written: where its records end, and what one says.
 *
 * @param <E> what a record says
 */
public interface SpoolFormat<E> {

    /** Longest record that is read; a longer one is damage. */
    int MAX_RECORD = 64 * 1024;

    /**
     * The witness's name in the database.
     *
     * @return {@code channels}, {@code steps} or {@code queues}
     */
    String spool();

    /**
     * The file's name in the spool folder. Files whose name goes on after it are rotated ones.
     *
     * @return the name
     */
    String fileName();

    /**
     * Finds where a record ends.
     *
     * @param bytes part of the file
     * @param from  where the record begins
     * @param to    end of what was read
     * @return the index after the record's line end, or -1 when the record is not complete yet
     */
    int recordEnd(byte[] bytes, int from, int to);

    /**
     * Reads one record.
     *
     * @param record its text, control characters replaced by spaces
     * @return what it says
     * @throws MalformedRecord when it cannot be read
     */
    E parse(String record) throws MalformedRecord;

    /**
     * A writer that died in the middle of a record leaves a torn one, and the next writer's first record follows on the same
     * line. Finds that second record.
     *
     * @param record a record that could not be read
     * @return the part of it that may be a whole record, or empty
     */
    Optional<String> salvage(String record);
}
