package org.switchboard.web.home;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.call.CallViewer;
import org.switchboard.web.extension.ExtensionRow;
import org.switchboard.web.extension.ExtensionRows;
import org.switchboard.web.health.PartsOfHealth;
import org.switchboard.web.live.LiveView;
import org.switchboard.web.live.PhoneState;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** The first page after signing in. */
@PageController
public final class HomeController {

    private static final int RECENT_CALLS = 5;
    private static final int ATTENTION_ROWS = 6;

    private final ExtensionService extensions;
    private final ExtensionRows rows;
    private final LiveView live;
    private final CallHistory history;
    private final CallViewer viewer;
    private final PartsOfHealth health;
    private final TenantService tenants;
    private final AssertionService assertions;

    HomeController(ExtensionService extensions, ExtensionRows rows, LiveView live, CallHistory history, CallViewer viewer,
                   PartsOfHealth health, TenantService tenants, AssertionService assertions) {
        this.extensions = extensions;
        this.rows = rows;
        this.live = live;
        this.history = history;
        this.viewer = viewer;
        this.health = health;
        this.tenants = tenants;
        this.assertions = assertions;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedInUser me, Model model) {
        return switch (me.role()) {
            case OPERATOR -> operator(model);
            case ADMIN, SUPERVISOR -> company(me, model);
            case USER -> own(me, model);
        };
    }

    private String operator(Model model) {
        model.addAttribute("parts", health.now());
        model.addAttribute("tenants", tenants.list(null, Page.DEFAULT_LIMIT));
        return "home/operator";
    }

    private String company(SignedInUser me, Model model) {
        Formats fmt = (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
        Map<Disposition, Long> today = history.count(fmt.today(), fmt.now());
        long all = today.values().stream().mapToLong(Long::longValue).sum();
        model.addAttribute("calls", all);
        model.addAttribute("answered", today.get(Disposition.ANSWERED));
        model.addAttribute("notAnswered", all - today.get(Disposition.ANSWERED));
        List<ExtensionRow> page = rows.of(extensions.list(null, null, Page.MAX_LIMIT).items());
        List<PhoneState> phones = page.stream().flatMap(row -> row.phones().stream()).map(ExtensionRow.Phone::state).toList();
        model.addAttribute("phones", phones.size());
        model.addAttribute("connected", phones.stream().filter(HomeController::isConnected).count());
        model.addAttribute("attention", page.stream()
                .filter(row -> row.state() == null || row.state() == PhoneState.NOT_REGISTERED).limit(ATTENTION_ROWS).toList());
        model.addAttribute("extensions", page.size());
        model.addAttribute("broken", me.role() == Role.ADMIN ? assertions.broken().size() : 0);
        model.addAttribute("live", live.of(me));
        return "home/company";
    }

    private String own(SignedInUser me, Model model) {
        model.addAttribute("rows", rows.of(extensions.ofUser(me.id())));
        model.addAttribute("live", live.of(me));
        model.addAttribute("recent", viewer.narrowed(me, CallFilter.all())
                .map(filter -> history.list(filter, null, RECENT_CALLS).items()).orElse(List.of()));
        return "home/own";
    }

    private static boolean isConnected(PhoneState state) {
        return state == PhoneState.REGISTERED || state == PhoneState.TALKING || state == PhoneState.RINGING;
    }
}
