package org.switchboard.web.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.security.SignedInUser;

/** Gives every page what the frame around it shows: who looks, from which company, the rooms, and the clock. */
@ControllerAdvice(annotations = PageController.class)
public final class PageAdvice {

    private final TenantService tenants;
    private final BoardService board;
    private final Clock clock;

    /**
     * Wires the advice.
     *
     * @param tenants the viewer's company
     * @param board   whether the viewer is an agent
     * @param clock   the time
     */
    public PageAdvice(TenantService tenants, BoardService board, Clock clock) {
        this.tenants = tenants;
        this.board = board;
        this.clock = clock;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale, @AuthenticationPrincipal SignedInUser me) {
        // The error page must come even when the database is what went wrong.
        boolean plain = me == null || me.tenantId() == null || request.getDispatcherType() == DispatcherType.ERROR;
        Tenant company = plain ? null : tenants.current();
        ZoneId zone = company == null ? ZoneOffset.UTC : ZoneId.of(company.timeZone());
        model.addAttribute("me", me);
        model.addAttribute("company", company);
        model.addAttribute("path", request.getRequestURI().substring(request.getContextPath().length()));
        model.addAttribute("fmt", new Formats(zone, locale, clock.instant()));
        model.addAttribute("problems", Map.of());
        model.addAttribute("typed", Map.of());
        if (me != null) {
            model.addAttribute("rooms", Navigation.of(me.role(), company != null && board.isAgent(me.id())));
        }
    }
}
