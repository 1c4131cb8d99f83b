package org.switchboard.telephony.spool;

import java.util.List;

/**
 * Whole records read in one go from one file of a witness.
 *
 * @param spool   the witness
 * @param fileKey the file, see {@link SpoolReader}
 * @param from    position before the first record, in bytes
 * @param to      position after the last record
 * @param lines   the records that can be read
 * @param rejects the ones that cannot
 * @param <E>     what a record says
 */
public record SpoolBatch<E>(String spool, String fileKey, long from, long to, List<Line<E>> lines, List<Reject> rejects) {

    /**
     * A record that can be read.
     *
     * @param text  its text
     * @param event what it says
     * @param <E>   its kind
     */
    public record Line<E>(String text, E event) {
    }

    /**
     * A record, or a part of one, that cannot be read.
     *
     * @param file     name of the file
     * @param position where it begins, in bytes
     * @param text     its text
     * @param problem  what is wrong with it
     */
    public record Reject(String file, long position, String text, String problem) {
    }
}
