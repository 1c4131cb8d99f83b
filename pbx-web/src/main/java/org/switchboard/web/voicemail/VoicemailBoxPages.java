package org.switchboard.web.voicemail;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.SoundConverter;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.web.change.ChangeService;

/** Gathers what the pages of boxes show. */
@Component
final class VoicemailBoxPages {

    private static final int CHANGES_AT_THE_SIDE = 6;

    private final VoicemailBoxService boxes;
    private final VoicemailMessageService messages;
    private final ExtensionService extensions;
    private final ChangeService changes;
    private final VoicemailProperties settings;
    private final Clock clock;

    VoicemailBoxPages(VoicemailBoxService boxes, VoicemailMessageService messages, ExtensionService extensions, ChangeService changes,
                      VoicemailProperties settings, Clock clock) {
        this.boxes = boxes;
        this.messages = messages;
        this.extensions = extensions;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Fills the model for the view {@code voicemail/box}. */
    void fill(String number, Model model) {
        VoicemailBox box = boxes.find(number);
        model.addAttribute("box", box);
        model.addAttribute("locked", box.isLocked(clock.instant()));
        model.addAttribute("use", messages.use(List.of(box)).get(box.id()));
        model.addAttribute("greeting", messages.greeting(box).isPresent());
        model.addAttribute("mailIsSetUp", settings.smtp().isSetUp());
        model.addAttribute("users", boxes.usedBy(box));
        model.addAttribute("mostBytes", SoundConverter.MOST_BYTES);
        model.addAttribute("changes", changes.of(List.of(box.id()), CHANGES_AT_THE_SIDE));
    }

    /** Fills the model for the view {@code voicemail/new}: the extensions that have no box yet. */
    void choices(Model model) {
        List<Extension> without = extensions.list("", null, Page.MAX_LIMIT).items().stream()
                .filter(extension -> boxes.ofExtension(extension.number()).isEmpty()).toList();
        model.addAttribute("extensions", without);
    }
}
