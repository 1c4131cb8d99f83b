package org.switchboard.telephony.announcement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants an announcement to be.
 *
 * @param name     1 to 60 characters on one line; unique among the company's announcements
 * @param promptId a prompt of the same company
 * @param next     where it leads afterwards; null ends the call
 */
public record AnnouncementDraft(
        @NotNull(message = "{invalid.flow.name}") @Size(min = 1, max = 60, message = "{invalid.flow.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotNull(message = "{invalid.flow.prompt}") UUID promptId,
        DestinationDraft next) {

    /** Takes blanks off both ends. */
    public AnnouncementDraft {
        name = Text.stripped(name);
    }
}
