package org.switchboard.web.voicemail;

import java.util.List;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Whose messages somebody may hear: everybody those of their own boxes and those they watch; an admin any of the company's. */
@Component
final class VoicemailRooms {

    private final VoicemailBoxService boxes;

    VoicemailRooms(VoicemailBoxService boxes) {
        this.boxes = boxes;
    }

    /** The boxes that are somebody's own or watched by them. */
    List<VoicemailBox> of(SignedInUser me) {
        return boxes.ofUser(me.id());
    }

    /**
     * A box that somebody asks for.
     *
     * @throws NotFound when there is none that they may hear
     */
    VoicemailBox find(SignedInUser me, String number) {
        return of(me).stream().filter(box -> box.number().equals(number)).findFirst().orElseGet(() -> {
            if (me.role() != Role.ADMIN) {
                throw new NotFound("voicemail-box", number);
            }
            return boxes.find(number);
        });
    }
}
