package org.switchboard.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.switchboard.web.page.PageController;

/** The page to sign in. The sign-in itself is Spring Security's. */
@PageController
public final class SignInController {

    @GetMapping("/sign-in")
    String page(HttpServletRequest request, Model model, @AuthenticationPrincipal SignedInUser me) {
        if (me != null) {
            return "redirect:/";
        }
        model.addAttribute("said", Stream.of("wrong", "wait", "ended", "bye")
                .filter(word -> request.getParameter(word) != null).findFirst().orElse(null));
        return "sign-in";
    }
}
