package org.switchboard.telephony.spool;

import java.io.IOException;
import java.time.Instant;

/** What is done again and again with files of the spool. Always called on the same thread. */
public interface SpoolWork {

    /**
     * Reads what there is to the end and puts it into the database.
     *
     * @return how many things it made of it
     * @throws java.io.UncheckedIOException                 when the spool folder cannot be read
     * @throws org.springframework.dao.DataAccessException when the database cannot be used
     * @throws StaleSpoolPosition                           when another process has read these records
     */
    int readAll();

    /** Something went wrong: what is known of the database's positions is to be asked anew the next time. */
    void beginAgain();

    /**
     * Keeps the folder small.
     *
     * @param large largest size of a file in use, in bytes, where its writer does not begin new ones by itself
     * @param now   the time, by the clock of the file system
     * @throws IOException when a file cannot be renamed or deleted
     */
    void tidy(long large, Instant now) throws IOException;
}
