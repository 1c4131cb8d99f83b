package org.switchboard.telephony.call;

import java.time.Duration;

/**
 * What came of recording.
 *
 * @param name   as asked for
 * @param format as asked for
 * @param length zero when nothing was recorded
 */
public record Recorded(String name, String format, Duration length) {
}
