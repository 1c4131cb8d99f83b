/**
 * Plays a day of a call centre on a virtual clock: the same {@link org.switchboard.telephony.distribution.Distribution} that serves real callers,
 * with callers and agents who are drawn from a seed or were recorded. What comes of it is counted as the real day is.
 */
package org.switchboard.telephony.simulation;
