package org.switchboard.telephony.spool;

/** Thrown when records were already read by another process; whoever meets it begins again from the database's positions. */
public final class StaleSpoolPosition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which records.
     *
     * @param spool    the witness
     * @param position where they begin in its file, in bytes
     */
    public StaleSpoolPosition(String spool, long position) {
        super("the records of " + spool + " at byte " + position + " were read by another process");
    }
}
