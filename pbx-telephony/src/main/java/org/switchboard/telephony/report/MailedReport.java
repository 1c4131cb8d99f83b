package org.switchboard.telephony.report;

import java.util.UUID;

/**
 * A report that is to be mailed to one address.
 *
 * @param tenantId   the company
 * @param scheduleId whose report it is
 * @param period     what it is about
 * @param recipient  who gets it
 * @param attempts   how often it was tried, this time included
 */
public record MailedReport(UUID tenantId, UUID scheduleId, ReportPeriod period, String recipient, int attempts) {
}
