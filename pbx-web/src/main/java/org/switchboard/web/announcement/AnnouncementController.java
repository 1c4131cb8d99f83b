package org.switchboard.web.announcement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.announcement.Announcement;
import org.switchboard.telephony.announcement.AnnouncementDraft;
import org.switchboard.telephony.announcement.AnnouncementService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.destination.FlowSide;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of announcements, a new one, and the settings of one. */
@PageController
public final class AnnouncementController {

    private static final String PAGE = "announcement/page";
    private static final String NEW = "announcement/new";
    private static final String PROMPT = "promptId";

    private final AnnouncementService announcements;
    private final PromptField prompt;
    private final DestinationForm destination;
    private final FlowSide side;
    private final Problems problems;

    AnnouncementController(AnnouncementService announcements, PromptField prompt, DestinationForm destination, FlowSide side,
                           Problems problems) {
        this.announcements = announcements;
        this.prompt = prompt;
        this.destination = destination;
        this.side = side;
        this.problems = problems;
    }

    @GetMapping("/announcements")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Announcement> page = announcements.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("count", announcements.count());
        prompt.offer(model, page.items().stream().map(Announcement::promptId).toArray(UUID[]::new));
        return "announcement/list";
    }

    @GetMapping("/announcements/new")
    String fresh(Model model) {
        prompt.offer(model);
        return NEW;
    }

    @PostMapping("/announcements")
    String create(@RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Announcement[] made = new Announcement[1];
        if (!problems.accepted(model, request, response, () -> made[0] = prompt.use(request, PROMPT, name,
                id -> announcements.create(new AnnouncementDraft(name, id, destination.read(request, "next")))))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "announcement.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/announcements/" + made[0].id();
    }

    @GetMapping("/announcements/{id}")
    String page(@PathVariable UUID id, Model model) {
        Announcement announcement = announcements.find(id);
        model.addAttribute("announcement", announcement);
        prompt.offer(model, announcement.promptId());
        side.fill(model, id);
        return PAGE;
    }

    @PostMapping("/announcements/{id}")
    String save(@PathVariable UUID id, @RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response) {
        announcements.find(id);
        boolean accepted = problems.accepted(model, request, response, () -> prompt.use(request, PROMPT, name,
                chosen -> announcements.update(id, today -> new AnnouncementDraft(name, chosen, destination.read(request, "next")))));
        model.addAttribute("saved", accepted);
        page(id, model);
        return Problems.inPlace(request, PAGE, "settings");
    }

    @PostMapping("/announcements/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = announcements.find(id).name();
        announcements.delete(id);
        flash.addFlashAttribute("notice", "announcement.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/announcements";
    }
}
