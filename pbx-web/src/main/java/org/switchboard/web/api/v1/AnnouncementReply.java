package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.announcement.Announcement;

/**
 * An announcement as the API shows it.
 *
 * @param id        its id
 * @param name      what people of the company call it
 * @param promptId  what callers hear
 * @param next      where it leads afterwards; null when the call ends then
 * @param createdAt when it was made
 */
@Schema(name = "Announcement")
record AnnouncementReply(UUID id, String name, UUID promptId, DestinationReply next, Instant createdAt) {

    static AnnouncementReply of(Announcement announcement) {
        return new AnnouncementReply(announcement.id(), announcement.name(), announcement.promptId(),
                DestinationReply.of(announcement.next()), announcement.createdAt());
    }
}
