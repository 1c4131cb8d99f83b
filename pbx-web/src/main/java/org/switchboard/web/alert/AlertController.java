package org.switchboard.web.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.switchboard.telephony.alert.QueueAlert;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** The notice about queues that supervisors get on every page. */
@PageController
public final class AlertController {

    private static final int MOST = 3;
    // Pages ask every few seconds and remember what they have shown, so that an alert that is written down late is not missed.
    private static final Duration NEW = Duration.ofMinutes(1);

    private final AlertList alerts;
    private final AlertWords words;

    AlertController(AlertList alerts, AlertWords words) {
        this.alerts = alerts;
        this.words = words;
    }

    /** An alert in words. */
    record Notice(QueueAlert alert, String text) {
    }

    @GetMapping("/alerts/news")
    String news(@AuthenticationPrincipal SignedInUser me, Locale locale, Model model) {
        Formats fmt = (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
        Tenant company = (Tenant) Objects.requireNonNull(model.getAttribute("company"));
        Instant from = fmt.now().minus(NEW);
        model.addAttribute("notices", alerts.of(me, from).stream().filter(alert -> alert.beganAt().isAfter(from)).limit(MOST)
                .map(alert -> new Notice(alert, words.sentence(alert, company.country(), locale))).toList());
        return "alert/news";
    }
}
