package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.ApiCaller;
import org.switchboard.web.api.json.ListReply;

/** {@code /live/calls}: the calls that are on. */
@RestController
@RequestMapping("/api/v1/live/calls")
@Tag(name = "Live calls", description = "The calls that are on, now and as they change.")
final class LiveApi {

    private final LiveCalls calls;
    private final LiveStreams streams;

    LiveApi(LiveCalls calls, LiveStreams streams) {
        this.calls = calls;
        this.streams = streams;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listLiveCalls", summary = "List the calls that are on, oldest first",
            description = "All of them; there is one page.")
    ListReply<LiveCallReply> list(@Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        return new ListReply<>(calls.of(caller.tenantId()).stream().map(LiveCallReply::of).toList(), null);
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "streamLiveCalls", summary = "Hear of the calls as they change",
            description = """
                    Server-sent events. `calls`: everything that is on, as `listLiveCalls` gives it; the first event, and again when you were \
                    too slow to hear of each change. `call`: one call as it is now. `ended`: `{"id": …}`. `connection`: \
                    `{"up": …, "lastNews": …}`; while it is down the calls are as they were. A comment every 15 seconds keeps the \
                    connection alive. When the token is revoked the stream ends.""")
    SseEmitter stream(@Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        return streams.open(caller);
    }
}
