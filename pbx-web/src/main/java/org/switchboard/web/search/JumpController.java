package org.switchboard.web.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.web.page.Navigation;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Room.Door;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** What the palette offers: the viewer's pages, and extensions where the viewer may see them. */
@PageController
public final class JumpController {

    private static final int MOST_EXTENSIONS = 8;
    private static final Door MY_SETTINGS = new Door("nav.me", "/me", "user-circle");

    private final ExtensionService extensions;
    private final BoardService board;
    private final MessageSource messages;

    JumpController(ExtensionService extensions, BoardService board, MessageSource messages) {
        this.extensions = extensions;
        this.board = board;
        this.messages = messages;
    }

    @GetMapping("/jump")
    String jump(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInUser me, Locale locale, Model model) {
        String wanted = q.strip().toLowerCase(locale);
        model.addAttribute("doors", Stream.concat(
                        Navigation.of(me.role(), me.tenantId() != null && board.isAgent(me.id())).stream().flatMap(room -> room.doors().stream()), Stream.of(MY_SETTINGS))
                .filter(door -> messages.getMessage(door.key(), null, locale).toLowerCase(locale).contains(wanted))
                .toList());
        boolean maySee = me.role() == Role.ADMIN || me.role() == Role.SUPERVISOR;
        model.addAttribute("extensions", maySee && !wanted.isEmpty() ? extensions.list(wanted, null, MOST_EXTENSIONS).items() : List.of());
        return "jump";
    }
}
