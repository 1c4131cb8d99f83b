package org.switchboard.web.menu;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.menu.Menu;
import org.switchboard.telephony.menu.MenuExit;
import org.switchboard.telephony.menu.MenuService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.announcement.PromptField;
import org.switchboard.web.destination.FlowSide;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;

/** The list of menus, a new menu, and the settings of one, each group saved in place. */
@PageController
public final class MenuController {

    private static final String PAGE = "menu/page";
    private static final String PROMPT = "promptId";

    private final MenuService menus;
    private final MenuForms forms;
    private final PromptField prompt;
    private final FlowSide side;
    private final Problems problems;

    MenuController(MenuService menus, MenuForms forms, PromptField prompt, FlowSide side, Problems problems) {
        this.menus = menus;
        this.forms = forms;
        this.prompt = prompt;
        this.side = side;
        this.problems = problems;
    }

    @GetMapping("/menus")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<Menu> page = menus.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("count", menus.count());
        return "menu/list";
    }

    @GetMapping("/menus/new")
    String fresh(Model model) {
        prompt.offer(model);
        return "menu/new";
    }

    @PostMapping("/menus")
    String create(@RequestParam String name, Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Menu[] made = new Menu[1];
        if (!problems.accepted(model, request, response,
                () -> made[0] = prompt.use(request, PROMPT, name, id -> menus.create(MenuForms.fresh(name, id))))) {
            return fresh(model);
        }
        flash.addFlashAttribute("notice", "menu.created");
        flash.addFlashAttribute("noticeArg", made[0].name());
        return "redirect:/menus/" + made[0].id();
    }

    @GetMapping("/menus/{id}")
    String page(@PathVariable UUID id, Model model) {
        Menu menu = menus.find(id);
        model.addAttribute("menu", menu);
        model.addAttribute("allKeys", MenuExit.KEYS);
        model.addAttribute("clashes", menus.clashes(menu));
        prompt.offer(model, menu.promptId(), menu.wrongPromptId(), menu.noInputPromptId());
        side.fill(model, id);
        return PAGE;
    }

    @PostMapping("/menus/{id}/identity")
    String identity(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "identity", model, request, response, () -> menus.update(id, today -> forms.identity(today, request)));
    }

    @PostMapping("/menus/{id}/hears")
    String hears(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        String name = menus.find(id).name();
        return save(id, "hears", model, request, response, () -> prompt.use(request, PROMPT, name,
                chosen -> menus.update(id, today -> forms.hears(today, request, chosen))));
    }

    @PostMapping("/menus/{id}/keys")
    String keys(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "keys", model, request, response, () -> menus.update(id, today -> forms.keys(today, request)));
    }

    @PostMapping("/menus/{id}/otherwise")
    String otherwise(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "otherwise", model, request, response, () -> menus.update(id, today -> forms.otherwise(today, request)));
    }

    @PostMapping("/menus/{id}/direct")
    String direct(@PathVariable UUID id, Model model, HttpServletRequest request, HttpServletResponse response) {
        return save(id, "direct", model, request, response, () -> menus.update(id, today -> forms.direct(today, request)));
    }

    @PostMapping("/menus/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        String name = menus.find(id).name();
        menus.delete(id);
        flash.addFlashAttribute("notice", "menu.deleted");
        flash.addFlashAttribute("noticeArg", name);
        return "redirect:/menus";
    }

    private String save(UUID id, String group, Model model, HttpServletRequest request, HttpServletResponse response, Runnable work) {
        boolean accepted = problems.accepted(model, request, response, work);
        model.addAttribute("saved", accepted ? group : "");
        page(id, model);
        return Problems.inPlace(request, PAGE, group);
    }
}
