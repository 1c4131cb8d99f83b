package org.switchboard.web.voicemail;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxDraft;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.web.destination.NewDestination;

/** A new shared voicemail box from within a picker: a number that is free, and a name. */
@Component
final class NewVoicemailBox implements NewDestination {

    private final VoicemailBoxService boxes;

    NewVoicemailBox(VoicemailBoxService boxes) {
        this.boxes = boxes;
    }

    @Override
    public DestinationKind kind() {
        return DestinationKind.VOICEMAIL;
    }

    @Override
    public String template() {
        return "voicemail/quick";
    }

    @Override
    public void fill(Model model) {
        model.addAttribute("number", boxes.nextFreeNumber());
    }

    @Override
    public Destination create(HttpServletRequest request) {
        String name = request.getParameter("name");
        VoicemailBox made = boxes.create(VoicemailBoxDraft.shared(request.getParameter("number"), name == null || name.isBlank() ? null : name));
        return new Destination(kind(), made.id(), made.number(), null, made.number().equals(made.name()) ? made.name() : made.number() + " " + made.name());
    }
}
