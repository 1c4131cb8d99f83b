package org.switchboard.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.Subscription;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** Tells an agent's page that it is to be drawn anew: when something about him has changed, and about nobody else. */
@PageController
public final class DeskEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DeskEvents.class);
    private static final long HEARTBEAT_SECONDS = 10;

    private final DeskPage desk;
    private final CallCentre callCentre;
    private final SessionRegistry sessions;

    DeskEvents(DeskPage desk, CallCentre callCentre, SessionRegistry sessions) {
        this.desk = desk;
        this.callCentre = callCentre;
        this.sessions = sessions;
    }

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@AuthenticationPrincipal SignedInUser me, HttpServletRequest request, HttpServletResponse response) {
        UUID agentId = desk.agentOf(me).orElseThrow(() -> new NotFound("agent", me.name())).id();
        String session = request.getSession().getId();
        // Proxies that collect a reply before they pass it on would collect this one for ever.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SseEmitter browser = new SseEmitter(0L);
        Thread sender = Thread.ofVirtual().name("desk-stream").unstarted(() -> send(browser, me.tenantId(), agentId, session));
        browser.onCompletion(sender::interrupt);
        browser.onError(failure -> sender.interrupt());
        sender.start();
        return browser;
    }

    private void send(SseEmitter browser, UUID tenantId, UUID agentId, String session) {
        Semaphore news = new Semaphore(0);
        try (Subscription subscription = callCentre.subscribe(tenantId, change -> tell(news, change.agents().contains(agentId)))) {
            LOG.trace("tenant={} agent={} desk opened: {}", tenantId, agentId, subscription);
            // Something may have changed since the page was drawn.
            SseEmitter.SseEventBuilder event = SseEmitter.event().name("change").data("{}");
            while (isGood(session)) {
                browser.send(event);
                boolean changed = news.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                news.drainPermits();
                event = SseEmitter.event().name(changed ? "change" : "beat").data("{}");
            }
            browser.complete();
        } catch (IOException | IllegalStateException browserLeft) {
            // The browser has gone; the container has noticed too and ends the request itself.
            browser.complete();
        } catch (InterruptedException ended) {
            browser.complete();
        }
    }

    private static void tell(Semaphore news, boolean aboutMe) {
        if (aboutMe) {
            news.release();
        }
    }

    private boolean isGood(String session) {
        SessionInformation information = sessions.getSessionInformation(session);
        return information != null && !information.isExpired();
    }
}
