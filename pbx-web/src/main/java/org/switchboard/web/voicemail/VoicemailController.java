package org.switchboard.web.voicemail;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailMessage;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.prompt.PromptAudioController;
import org.switchboard.web.security.SignedInUser;

/** The messages of one's boxes: listed, heard, kept as a file, deleted. */
@PageController
public final class VoicemailController {

    private static final String PAGE = "voicemail/messages";

    private final VoicemailRooms rooms;
    private final VoicemailMessageService messages;
    private final TenantService tenants;

    VoicemailController(VoicemailRooms rooms, VoicemailMessageService messages, TenantService tenants) {
        this.rooms = rooms;
        this.messages = messages;
        this.tenants = tenants;
    }

    @GetMapping("/voicemail")
    String own(@AuthenticationPrincipal SignedInUser me, Model model) {
        List<VoicemailBox> own = rooms.of(me);
        if (own.isEmpty()) {
            return "voicemail/none";
        }
        return shown(own.getFirst(), null, me, model);
    }

    @GetMapping("/voicemail/{number}")
    String box(@PathVariable String number, @RequestParam(required = false) UUID after, @AuthenticationPrincipal SignedInUser me, Model model) {
        return shown(rooms.find(me, number), after, me, model);
    }

    @PostMapping("/voicemail/{number}/messages/{id}/heard")
    String heard(@PathVariable String number, @PathVariable UUID id, @RequestParam boolean heard, @RequestParam(required = false) UUID after,
                 @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request) {
        VoicemailBox box = rooms.find(me, number);
        messages.mark(box, id, heard);
        return answered(box, after, me, model, request);
    }

    @PostMapping("/voicemail/{number}/messages/{id}/delete")
    String delete(@PathVariable String number, @PathVariable UUID id, @RequestParam(required = false) UUID after,
                  @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request) {
        VoicemailBox box = rooms.find(me, number);
        messages.delete(box, id);
        return answered(box, after, me, model, request);
    }

    @GetMapping("/voicemail/{number}/messages/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable String number, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download,
                                   @AuthenticationPrincipal SignedInUser me) {
        VoicemailBox box = rooms.find(me, number);
        VoicemailMessage message = messages.find(box, id);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(PromptAudioController.WAV).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (download) {
            var moment = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT)
                    .format(message.receivedAt().atZone(ZoneId.of(tenants.current().timeZone())));
            answer.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("voicemail-" + moment + ".wav").build().toString());
        }
        return answer.body(new ByteArrayResource(messages.audio(box, id)));
    }

    private String shown(VoicemailBox box, UUID after, SignedInUser me, Model model) {
        List<VoicemailBox> all = new ArrayList<>(rooms.of(me));
        model.addAttribute("own", all.contains(box));
        if (!all.contains(box)) {
            all.add(box);
        }
        Page<VoicemailMessage> page = messages.list(box, after, Page.DEFAULT_LIMIT);
        model.addAttribute("box", box);
        model.addAttribute("boxes", all);
        model.addAttribute("use", messages.use(all));
        model.addAttribute("messages", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        return PAGE;
    }

    private String answered(VoicemailBox box, UUID after, SignedInUser me, Model model, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return "redirect:/voicemail/" + box.number();
        }
        shown(box, after, me, model);
        return Problems.inPlace(request, PAGE, "messages");
    }
}
