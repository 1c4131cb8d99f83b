/**
 * Files that a witness writes whatever happens to the database, and that are read into it later, each record counting once:
 * {@link org.switchboard.telephony.spool.SpoolFile} writes one, {@link org.switchboard.telephony.spool.SpoolReader} reads it,
 * {@link org.switchboard.telephony.spool.SpoolPositions} keeps, in the transaction of the rows, how far it was read.
 */
package org.switchboard.telephony.spool;
