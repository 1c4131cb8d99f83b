package org.switchboard.web.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** One's own settings: language and password. */
@PageController
@RequestMapping("/me")
public final class MySettingsController {

    private final UserService users;
    private final Problems problems;

    MySettingsController(UserService users, Problems problems) {
        this.users = users;
        this.problems = problems;
    }

    @GetMapping
    String page() {
        return "user/me";
    }

    @PostMapping("/language")
    String language(@RequestParam String language, @AuthenticationPrincipal SignedInUser me, RedirectAttributes flash) {
        users.changeOwnLanguage(me.id(), language);
        me.speak(language);
        flash.addFlashAttribute("notice", "me.language.saved");
        return "redirect:/me";
    }

    @PostMapping("/password")
    String password(@RequestParam String today, @RequestParam String password, @AuthenticationPrincipal SignedInUser me, Model model,
                    HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        if (!problems.accepted(model, request, response,
                () -> users.changeOwnPassword(me.id(), today, password, request.getSession().getId()))) {
            return "user/me";
        }
        flash.addFlashAttribute("notice", "me.password.saved");
        return "redirect:/me";
    }
}
