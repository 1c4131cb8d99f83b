/**
 * Counts what happened in queues: {@link org.switchboard.telephony.figures.QueueFigures} makes of events the numbers that wallboard and
 * reports show. There is this one place where they are counted, so they agree. Pure: no clock, no database.
 */
package org.switchboard.telephony.figures;
