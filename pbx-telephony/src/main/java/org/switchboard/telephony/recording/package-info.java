/**
 * Recordings of talks. Asterisk writes the sound by itself ({@code pbx-record} in the dialplan); {@link
 * org.switchboard.telephony.recording.RecordingKeeper} keeps what was written once the talk is over, exactly once;
 * {@link org.switchboard.telephony.recording.RecordingService} shows, plays and deletes what is kept.
 */
package org.switchboard.telephony.recording;
