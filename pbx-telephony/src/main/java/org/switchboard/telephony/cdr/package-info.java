/**
 * What happened: call records and the timeline of their legs.
 *
 * <p>Two witnesses write local files whatever happens to the portal or the database: Asterisk its channel events
 * ({@code cel.csv}), the engine its steps ({@code steps.jsonl}). {@link org.switchboard.telephony.cdr.CallRecorder} reads
 * both exactly once, {@link org.switchboard.telephony.cdr.CallProjection} makes of them what people read through
 * {@link org.switchboard.telephony.cdr.CallHistory}.
 */
package org.switchboard.telephony.cdr;
