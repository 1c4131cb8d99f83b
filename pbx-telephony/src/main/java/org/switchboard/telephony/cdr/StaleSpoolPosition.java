package org.switchboard.telephony.cdr;

/** Thrown when records were already read by another process; whoever meets it begins again from the database's positions. */
final class StaleSpoolPosition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleSpoolPosition(String spool, long position) {
        super("the records of " + spool + " at byte " + position + " were read by another process");
    }
}
