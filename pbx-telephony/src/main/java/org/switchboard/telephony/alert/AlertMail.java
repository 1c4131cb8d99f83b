package org.switchboard.telephony.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert with all that a mail about it says.
 *
 * @param id        the alert
 * @param queueId   the queue
 * @param queueName its name
 * @param emails    to whom it goes; empty when nobody is wanted any more
 * @param kind      what it is about
 * @param beganAt   since when
 * @param endedAt   when it was over; null while it lasts
 * @param value     callers, seconds or percent, by kind
 * @param bound     what it was measured against; null for a caller who gave up
 * @param caller    the caller who gave up; empty when withheld, null for the other kinds
 * @param language  {@code en} or {@code ko}
 * @param timeZone  the company's clock (IANA)
 * @param country   the company's country, by which numbers are written
 * @param attempts  how often the mail was tried, this time included
 */
public record AlertMail(UUID id, UUID queueId, String queueName, List<String> emails, AlertKind kind, Instant beganAt, Instant endedAt, int value,
                        Integer bound, String caller, String language, String timeZone, String country, int attempts) {

    /** Keeps an unchangeable copy of the addresses. */
    public AlertMail {
        emails = List.copyOf(emails);
    }
}
