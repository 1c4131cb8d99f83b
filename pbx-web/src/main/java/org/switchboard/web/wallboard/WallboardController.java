package org.switchboard.web.wallboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.alert.AlertKind;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** The wallboard, and the stream that keeps it true. */
@PageController
public final class WallboardController {

    private final BoardSource source;
    private final BoardChannels channels;
    private final BoardViewer viewers;
    private final SessionRegistry sessions;
    private final Clock clock;
    private final BoardText writer = new BoardText();

    WallboardController(BoardSource source, BoardChannels channels, BoardViewer viewers, SessionRegistry sessions, Clock clock) {
        this.source = source;
        this.channels = channels;
        this.viewers = viewers;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/wallboard")
    String page(@RequestParam(required = false) String wall, @AuthenticationPrincipal SignedInUser me, Model model) {
        Set<UUID> visible = viewers.queuesOf(me);
        BoardPicture picture = source.draw(me.tenantId(), source.settings(me.tenantId(), visible));
        model.addAttribute("whole", writer.whole(picture, clock.instant()));
        model.addAttribute("wall", wall != null);
        model.addAttribute("statuses", Stream.of(AgentStatus.values()).map(AgentStatus::value).toList());
        model.addAttribute("kinds", Stream.of(AlertKind.values()).map(AlertKind::value).toList());
        return "wallboard/board";
    }

    @GetMapping(path = "/wallboard/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@AuthenticationPrincipal SignedInUser me, HttpServletRequest request, HttpServletResponse response) {
        String session = request.getSession().getId();
        // Proxies that collect a reply before they pass it on would collect this one for ever.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return channels.open(me.tenantId(), viewers.queuesOf(me), () -> isGood(session));
    }

    private boolean isGood(String session) {
        SessionInformation information = sessions.getSessionInformation(session);
        return information != null && !information.isExpired();
    }
}
