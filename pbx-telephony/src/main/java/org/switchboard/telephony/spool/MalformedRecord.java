package org.switchboard.telephony.spool;

/** Thrown for a record of a witness's file that cannot be read. The record is set aside and reading goes on. */
public final class MalformedRecord extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with a record.
     *
     * @param problem what is wrong, without the record's own text
     */
    public MalformedRecord(String problem) {
        super(problem);
    }
}
