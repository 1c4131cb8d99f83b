package org.switchboard.telephony.report;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of the mails about one period.
 *
 * @param fromDay first day of the period
 * @param state   {@code pending} while one is still to be sent, {@code failed} when one was given up, else {@code sent}
 * @param sentAt  when the last one was sent; null when none was
 * @param problem what the mail server said; null when nothing is wrong
 */
public record ReportDelivery(LocalDate fromDay, String state, Instant sentAt, String problem) {
}
