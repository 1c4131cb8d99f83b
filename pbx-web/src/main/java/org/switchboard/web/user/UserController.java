package org.switchboard.web.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.Role;

/** The people of a company who sign in: the list, a new one, and one with their settings. */
@PageController
@RequestMapping("/users")
public final class UserController {

    private static final List<Role> ROLES = List.of(Role.USER, Role.SUPERVISOR, Role.ADMIN);
    private static final int CHANGES_AT_THE_SIDE = 6;
    private static final String PAGE = "user/page";

    private final UserService users;
    private final ExtensionService extensions;
    private final ChangeService changes;
    private final Problems problems;

    UserController(UserService users, ExtensionService extensions, ChangeService changes, Problems problems) {
        this.users = users;
        this.extensions = extensions;
        this.changes = changes;
        this.problems = problems;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) String after, Model model) {
        Page<User> page = users.list(q, after, Page.DEFAULT_LIMIT);
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        model.addAttribute("users", page.items());
        model.addAttribute("next", page.next());
        return "user/list";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        model.addAttribute("roles", ROLES);
        return "user/new";
    }

    @PostMapping
    String create(@RequestParam String email, @RequestParam String name, @RequestParam Role role, Model model,
                  HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        NewUser[] made = new NewUser[1];
        if (!problems.accepted(model, request, response, () -> made[0] = users.create(new UserDraft(email, name, role, false)))) {
            return fresh(model);
        }
        flash.addFlashAttribute("password", made[0].password());
        return "redirect:/users/" + made[0].user().id();
    }

    @GetMapping("/{id}")
    String page(@PathVariable UUID id, Model model) {
        fill(id, model);
        return PAGE;
    }

    @PostMapping("/{id}")
    String save(@PathVariable UUID id, @RequestParam String email, @RequestParam String name, @RequestParam Role role, Model model,
                HttpServletRequest request, HttpServletResponse response) {
        boolean accepted = problems.accepted(model, request, response,
                () -> users.update(id, today -> new UserDraft(email, name, role, today.disabled())));
        fill(id, model);
        model.addAttribute("saved", accepted);
        return Problems.inPlace(request, PAGE, "settings");
    }

    @PostMapping("/{id}/password")
    String password(@PathVariable UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("password", users.resetPassword(id).password());
        return "redirect:/users/" + id;
    }

    @PostMapping("/{id}/access")
    String access(@PathVariable UUID id, @RequestParam boolean disabled, RedirectAttributes flash) {
        User user = users.update(id, today -> new UserDraft(today.email(), today.name(), today.role(), disabled));
        flash.addFlashAttribute("notice", disabled ? "user.disabled.done" : "user.enabled.done");
        flash.addFlashAttribute("noticeArg", user.name());
        return "redirect:/users/" + id;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        User user = users.find(id);
        users.delete(id);
        flash.addFlashAttribute("notice", "user.deleted");
        flash.addFlashAttribute("noticeArg", user.name());
        return "redirect:/users";
    }

    private void fill(UUID id, Model model) {
        model.addAttribute("user", users.find(id));
        model.addAttribute("roles", ROLES);
        model.addAttribute("extensions", extensions.ofUser(id));
        model.addAttribute("changes", changes.of(List.of(id), CHANGES_AT_THE_SIDE));
    }
}
