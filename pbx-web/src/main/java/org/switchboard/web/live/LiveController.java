package org.switchboard.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** The page of live calls, and the stream that keeps it true. */
@PageController
public final class LiveController {

    private final LiveCalls calls;
    private final LiveView view;
    private final LiveTable table;
    private final SessionRegistry sessions;
    private final Clock clock;

    LiveController(LiveCalls calls, LiveView view, LiveTable table, SessionRegistry sessions, Clock clock) {
        this.calls = calls;
        this.view = view;
        this.table = table;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/calls/live")
    String page(@AuthenticationPrincipal SignedInUser me, Model model) {
        model.addAttribute("live", view.of(me));
        return "call/live";
    }

    @GetMapping(path = "/calls/live/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        LiveView.Window window = view.of(me);
        Formats page = (Formats) model.getAttribute("fmt");
        String session = request.getSession().getId();
        // Proxies that collect a reply before they pass it on would collect this one for ever.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new LiveStream(() -> table.draw(window, new Formats(page.zone(), page.locale(), clock.instant())), () -> isGood(session))
                .start(calls, window);
    }

    private boolean isGood(String session) {
        SessionInformation information = sessions.getSessionInformation(session);
        return information != null && !information.isExpired();
    }
}
