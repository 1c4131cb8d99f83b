package org.switchboard.web.operator;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.switchboard.web.health.PartsOfHealth;
import org.switchboard.web.page.PageController;

/** Whether the parts of the installation work, for the operator. */
@PageController
public final class HealthController {

    private final PartsOfHealth parts;

    HealthController(PartsOfHealth parts) {
        this.parts = parts;
    }

    @GetMapping("/operator/health")
    String page(Model model) {
        model.addAttribute("parts", parts.now());
        return "operator/health";
    }
}
