package org.switchboard.telephony.announcement;

import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.destination.Destination;

/**
 * A prompt that callers hear to its end before they go on.
 *
 * @param id        its id
 * @param tenantId  the company
 * @param name      what people of the company call it
 * @param promptId  what callers hear
 * @param createdAt when it was made
 * @param next      where it leads afterwards; null when the call ends then
 */
public record Announcement(UUID id, UUID tenantId, String name, UUID promptId, Instant createdAt, Destination next) {

    /** The key of its way out, as {@code flow_exit} has it. */
    public static final String NEXT = "next";

    Announcement withNext(Destination found) {
        return new Announcement(id, tenantId, name, promptId, createdAt, found);
    }

    /**
     * Its settings as they can be edited.
     *
     * @return a draft with today's values
     */
    public AnnouncementDraft draft() {
        return new AnnouncementDraft(name, promptId, next == null ? null : next.draft());
    }
}
