package org.switchboard.web.prompt;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.Prompt;
import org.switchboard.telephony.prompt.PromptDraft;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.prompt.SoundConverter;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** The list of prompts, a new prompt from words or from a file, and the settings of one. */
@PageController
public final class PromptController {

    private static final String NEW = "prompt/new";
    private static final String PAGE = "prompt/page";
    private static final int CHANGES_AT_THE_SIDE = 6;

    private final PromptService prompts;
    private final Previews previews;
    private final ChangeService changes;
    private final Problems problems;

    PromptController(PromptService prompts, Previews previews, ChangeService changes, Problems problems) {
        this.prompts = prompts;
        this.previews = previews;
        this.changes = changes;
        this.problems = problems;
    }

    @GetMapping("/prompts")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Prompt> page = prompts.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("count", prompts.count());
        return "prompt/list";
    }

    @GetMapping("/prompts/new")
    String fresh(Model model) {
        limits(model);
        return NEW;
    }

    @PostMapping("/prompts/speech")
    String speak(@RequestParam String name, @RequestParam(required = false) String text, @RequestParam(required = false) String language,
                 Model model, HttpServletRequest request, HttpServletResponse response) {
        return made(() -> prompts.create(new PromptDraft(name, text, language)), "speech", model, request, response);
    }

    @PostMapping("/prompts/upload")
    String upload(@RequestParam String name, @RequestParam(required = false) MultipartFile file, Model model, HttpServletRequest request,
                  HttpServletResponse response) {
        return made(() -> prompts.create(name, Uploads.required(file)), "upload", model, request, response);
    }

    @PostMapping("/prompts/preview")
    String preview(@RequestParam(required = false) String text, @RequestParam(required = false) String language,
                   @AuthenticationPrincipal SignedInUser me, Model model) {
        try {
            model.addAttribute("preview", previews.keep(me.id(), prompts.preview(new PromptDraft(null, text, language))));
        } catch (InvalidInput refused) {
            model.addAttribute("previewProblem", problems.byField(refused).values().iterator().next());
        }
        return "prompt/preview :: preview";
    }

    @GetMapping("/prompts/{id}")
    String page(@PathVariable UUID id, Model model) {
        fill(id, model);
        return PAGE;
    }

    @PostMapping("/prompts/{id}/name")
    String rename(@PathVariable UUID id, @RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response,
                () -> prompts.update(id, today -> new PromptDraft(name, today.text(), today.language())));
        return shown(id, "identity", accepted, model, request);
    }

    @PostMapping("/prompts/{id}/speech")
    String words(@PathVariable UUID id, @RequestParam(required = false) String text, @RequestParam(required = false) String language,
                 Model model, HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response, () -> prompts.update(id,
                today -> new PromptDraft(today.name(), text == null ? "" : text, language)));
        return accepted ? moved(request, response, id, "prompt.changed") : shown(id, "speech", false, model, request);
    }

    @PostMapping("/prompts/{id}/upload")
    String replace(@PathVariable UUID id, @RequestParam(required = false) MultipartFile file, Model model, HttpServletRequest request,
                   HttpServletResponse response) {
        prompts.find(id);
        boolean accepted = problems.accepted(model, request, response, () -> prompts.replace(id, Uploads.required(file)));
        return accepted ? moved(request, response, id, "prompt.changed") : shown(id, "upload", false, model, request);
    }

    @PostMapping("/prompts/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        Prompt gone = prompts.find(id);
        prompts.delete(id);
        flash.addFlashAttribute("notice", "prompt.deleted");
        flash.addFlashAttribute("noticeArg", gone.name());
        return "redirect:/prompts";
    }

    private String made(Supplier<Prompt> work, String way, Model model, HttpServletRequest request, HttpServletResponse response) {
        Prompt[] made = new Prompt[1];
        if (problems.accepted(model, request, response, () -> made[0] = work.get())) {
            return moved(request, response, made[0].id(), "prompt.created");
        }
        limits(model);
        model.addAttribute("way", way);
        return Problems.inPlace(request, NEW, way);
    }

    private String shown(UUID id, String group, boolean accepted, Model model, HttpServletRequest request) {
        fill(id, model);
        model.addAttribute("saved", accepted ? group : "");
        model.addAttribute("way", group);
        return Problems.inPlace(request, PAGE, group);
    }

    private void fill(UUID id, Model model) {
        model.addAttribute("prompt", prompts.find(id));
        model.addAttribute("users", prompts.usedBy(id));
        model.addAttribute("changes", changes.of(List.of(id), CHANGES_AT_THE_SIDE));
        limits(model);
    }

    private static void limits(Model model) {
        model.addAttribute("mostBytes", SoundConverter.MOST_BYTES);
        model.addAttribute("mostCharacters", PromptDraft.MOST_CHARACTERS);
    }

    /** Leads to the prompt's page, also where a part of a page was asked for: the sound there is another now. */
    private static String moved(HttpServletRequest request, HttpServletResponse response, UUID id, String notice) {
        String to = "/prompts/" + id;
        var flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("notice", notice);
        flash.put("noticeArg", "");
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + to;
        }
        flash.setTargetRequestPath(request.getContextPath() + to);
        RequestContextUtils.saveOutputFlashMap(request.getContextPath() + to, request, response);
        response.setHeader("HX-Redirect", request.getContextPath() + to);
        return "fragments :: nothing";
    }
}
