package org.switchboard.web.settings;

import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.change.Change;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.page.PageController;

/** The record of changes of a company. */
@PageController
public final class ChangeController {

    private final ChangeService changes;

    ChangeController(ChangeService changes) {
        this.changes = changes;
    }

    @GetMapping("/settings/changes")
    String page(@RequestParam(required = false) UUID after, Model model) {
        Page<Change> page = changes.list(after, Page.DEFAULT_LIMIT);
        model.addAttribute("changes", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        return "settings/changes";
    }
}
