package org.switchboard.web.announcement;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.announcement.Announcement;
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementService;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.web.destination.NewDestination;

/** A new announcement from within a picker: a name, and the words. */
@Component
final class NewAnnouncement implements NewDestination {

    private final AnnouncementService announcements;
    private final PromptField prompt;

    NewAnnouncement(AnnouncementService announcements, PromptField prompt) {
        this.announcements = announcements;
        this.prompt = prompt;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.ANNOUNCEMENT;
    }

    @Override
    public String template() {
        return "announcement/quick";
    }

    @Override
    public void fill(Model model) {
        prompt.offer(model);
    }

    @Override
    public Destination create(HttpServletRequest request) {
        String name = request.getParameter("name");
        Announcement made = prompt.use(request, "promptId", name, id -> announcements.create(new AnnouncementDraft(name, id, null)));
        return new Destination(kind(), made.id(), null, null, made.name());
    }
}
