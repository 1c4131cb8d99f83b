package org.switchboard.web.voicemail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.voicemail.GreetingSound;
import org.switchboard.telephony.voicemail.VoicemailBox;
import org.switchboard.telephony.voicemail.VoicemailBoxDraft;
import org.switchboard.telephony.voicemail.VoicemailBoxService;
import org.switchboard.telephony.voicemail.VoicemailMessageService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.prompt.PromptAudioController;
import org.switchboard.web.prompt.Uploads;

/** The list of boxes, a new shared box, and the settings of one, each group saved in place. */
@PageController
public final class VoicemailBoxController {

    private static final String PAGE = "voicemail/box";

    private final VoicemailBoxService boxes;
    private final VoicemailMessageService messages;
    private final VoicemailBoxPages pages;
    private final GreetingSound sounds;
    private final Problems problems;

    VoicemailBoxController(VoicemailBoxService boxes, VoicemailMessageService messages, VoicemailBoxPages pages, GreetingSound sounds,
                           Problems problems) {
        this.boxes = boxes;
        this.messages = messages;
        this.pages = pages;
        this.sounds = sounds;
        this.problems = problems;
    }

    @GetMapping("/voicemail-boxes")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<VoicemailBox> page = boxes.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items());
        model.addAttribute("use", messages.use(page.items()));
        model.addAttribute("next", page.next());
        model.addAttribute("count", boxes.count());
        return "voicemail/boxes";
    }

    @GetMapping("/voicemail-boxes/new")
    String fresh(Model model) {
        pages.choices(model);
        model.addAttribute("number", boxes.nextFreeNumber());
        return "voicemail/new";
    }

    @PostMapping("/voicemail-boxes")
    String create(@RequestParam(required = false) String extension, @RequestParam(required = false) String number,
                  @RequestParam(required = false) String name, Model model, HttpServletRequest request, HttpServletResponse response,
                  RedirectAttributes flash) {
        VoicemailBox[] made = new VoicemailBox[1];
        String owner = blankIsNull(extension);
        if (!problems.accepted(model, request, response, () -> made[0] = owner == null
                ? boxes.create(VoicemailBoxDraft.shared(number, blankIsNull(name))) : boxes.createFor(owner))) {
            pages.choices(model);
            return "voicemail/new";
        }
        flash.addFlashAttribute("notice", "voicemail.created");
        flash.addFlashAttribute("noticeArg", made[0].number());
        return "redirect:/voicemail-boxes/" + made[0].number();
    }

    @GetMapping("/voicemail-boxes/{number}")
    String page(@PathVariable String number, Model model) {
        pages.fill(number, model);
        return PAGE;
    }

    @PostMapping("/voicemail-boxes/{number}/identity")
    String identity(@PathVariable String number, @RequestParam(value = "number", required = false) String newNumber, @RequestParam String name,
                    @RequestParam(required = false) String language, Model model, HttpServletRequest request, HttpServletResponse response,
                    RedirectAttributes flash) {
        VoicemailBox[] saved = new VoicemailBox[1];
        boolean accepted = problems.accepted(model, request, response, () -> saved[0] = boxes.update(number, today ->
                new VoicemailBoxDraft(newNumber == null ? today.number() : newNumber, name, today.extension(), today.watchers(), blankIsNull(language),
                        today.pinFromOwnPhone(), today.email(), today.attachAudio(), today.deleteAfterMail(), today.maxMessages(),
                        today.maxSeconds(), today.maxMinutes())));
        if (accepted && !saved[0].number().equals(number)) {
            flash.addFlashAttribute("notice", "voicemail.renumbered");
            flash.addFlashAttribute("noticeArg", saved[0].number());
            return moved(request, response, "/voicemail-boxes/" + saved[0].number());
        }
        return shown(number, "identity", accepted, model, request);
    }

    @PostMapping("/voicemail-boxes/{number}/mail")
    String mail(@PathVariable String number, @RequestParam(required = false) String email, @RequestParam(defaultValue = "false") boolean attachAudio,
                @RequestParam(defaultValue = "false") boolean deleteAfterMail, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(number, "mail", model, request, response, today ->
                new VoicemailBoxDraft(today.number(), today.name(), today.extension(), today.watchers(), today.language(), today.pinFromOwnPhone(),
                        blankIsNull(email), attachAudio, deleteAfterMail, today.maxMessages(), today.maxSeconds(), today.maxMinutes()));
    }

    @PostMapping("/voicemail-boxes/{number}/limits")
    String limits(@PathVariable String number, @RequestParam String maxMessages, @RequestParam String maxSeconds, @RequestParam String maxMinutes,
                  Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(number, "limits", model, request, response, today ->
                new VoicemailBoxDraft(today.number(), today.name(), today.extension(), today.watchers(), today.language(), today.pinFromOwnPhone(),
                        today.email(), today.attachAudio(), today.deleteAfterMail(), whole("maxMessages", "invalid.voicemail.maxMessages", maxMessages), whole("maxSeconds", "invalid.voicemail.maxSeconds", maxSeconds),
                        whole("maxMinutes", "invalid.voicemail.maxMinutes", maxMinutes)));
    }

    @PostMapping("/voicemail-boxes/{number}/watchers")
    String watchers(@PathVariable String number, @RequestParam(defaultValue = "") String watchers, Model model, HttpServletRequest request,
                    HttpServletResponse response) {
        List<String> numbers = Arrays.stream(watchers.strip().split("[,;\\s]+")).filter(one -> !one.isEmpty()).toList();
        return save(number, "watchers", model, request, response, today ->
                new VoicemailBoxDraft(today.number(), today.name(), today.extension(), numbers, today.language(), today.pinFromOwnPhone(),
                        today.email(), today.attachAudio(), today.deleteAfterMail(), today.maxMessages(), today.maxSeconds(), today.maxMinutes()));
    }

    @PostMapping("/voicemail-boxes/{number}/pin")
    String pin(@PathVariable String number, @RequestParam(defaultValue = "") String pin, @RequestParam(defaultValue = "false") boolean pinFromOwnPhone,
               Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> {
            if (!pin.isBlank()) {
                boxes.setPin(number, pin.strip());
            }
            boxes.update(number, today -> new VoicemailBoxDraft(today.number(), today.name(), today.extension(), today.watchers(), today.language(),
                    pinFromOwnPhone, today.email(), today.attachAudio(), today.deleteAfterMail(), today.maxMessages(), today.maxSeconds(),
                    today.maxMinutes()));
        });
        return shown(number, "pin", accepted, model, request);
    }

    @PostMapping("/voicemail-boxes/{number}/unlock")
    String unlock(@PathVariable String number, Model model, HttpServletRequest request) {
        boxes.unlock(number);
        return shown(number, "pin", true, model, request);
    }

    @PostMapping("/voicemail-boxes/{number}/greeting")
    String greeting(@PathVariable String number, @RequestParam(required = false) MultipartFile file, Model model, HttpServletRequest request,
                    HttpServletResponse response) {
        VoicemailBox box = boxes.find(number);
        boolean accepted = problems.accepted(model, request, response, () -> messages.putGreeting(box, sounds.of(Uploads.required(file))));
        return shown(number, "greeting", accepted, model, request);
    }

    @PostMapping("/voicemail-boxes/{number}/greeting/delete")
    String spoken(@PathVariable String number, Model model, HttpServletRequest request) {
        messages.deleteGreeting(boxes.find(number));
        return shown(number, "greeting", true, model, request);
    }

    @GetMapping("/voicemail-boxes/{number}/greeting")
    ResponseEntity<Resource> greeting(@PathVariable String number) {
        byte[] wav = messages.greeting(boxes.find(number)).orElseThrow(() -> new NotFound("greeting", number));
        return ResponseEntity.ok().contentType(PromptAudioController.WAV).header(HttpHeaders.CACHE_CONTROL, "no-store").body(new ByteArrayResource(wav));
    }

    @PostMapping("/voicemail-boxes/{number}/delete")
    String delete(@PathVariable String number, RedirectAttributes flash) {
        boxes.delete(number);
        flash.addFlashAttribute("notice", "voicemail.deleted");
        flash.addFlashAttribute("noticeArg", number);
        return "redirect:/voicemail-boxes";
    }

    private String save(String number, String group, Model model, HttpServletRequest request, HttpServletResponse response,
                        UnaryOperator<VoicemailBoxDraft> change) {
        boolean accepted = problems.accepted(model, request, response, () -> boxes.update(number, change));
        return shown(number, group, accepted, model, request);
    }

    private String shown(String number, String group, boolean accepted, Model model, HttpServletRequest request) {
        pages.fill(number, model);
        model.addAttribute("saved", accepted ? group : "");
        return Problems.inPlace(request, PAGE, group);
    }

    private static String moved(HttpServletRequest request, HttpServletResponse response, String to) {
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + to;
        }
        response.setHeader("HX-Redirect", request.getContextPath() + to);
        return "fragments :: nothing";
    }

    private static String blankIsNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    private static Integer whole(String field, String code, String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(field, code);
        }
    }
}
