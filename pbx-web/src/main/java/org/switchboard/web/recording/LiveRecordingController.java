package org.switchboard.web.recording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.live.LiveCall;
import org.switchboard.telephony.recording.LiveRecordings;
import org.switchboard.telephony.recording.RecordingAction;
import org.switchboard.telephony.recording.RecordingState;
import org.switchboard.web.live.LiveView;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** The recording of a call that is on: people see and steer that of the calls that they see. */
@PageController
public final class LiveRecordingController {

    private static final String PART = "recording/live :: controls";

    private final LiveView live;
    private final LiveRecordings recordings;
    private final Problems problems;

    LiveRecordingController(LiveView live, LiveRecordings recordings, Problems problems) {
        this.live = live;
        this.recordings = recordings;
        this.problems = problems;
    }

    @GetMapping("/calls/live/{id}/recording")
    String controls(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
                    HttpServletResponse response) {
        LiveCall call = find(id, me);
        problems.accepted(model, request, response, () -> model.addAttribute("state", recordings.state(me.tenantId(), id)));
        return shown(call, model);
    }

    @PostMapping("/calls/live/{id}/recording")
    String perform(@PathVariable UUID id, @RequestParam(required = false) String action, @AuthenticationPrincipal SignedInUser me, Model model,
                   HttpServletRequest request, HttpServletResponse response) {
        LiveCall call = find(id, me);
        if (!problems.accepted(model, request, response,
                () -> model.addAttribute("state", recordings.perform(me.tenantId(), id, read(action), me.getUsername())))) {
            problems.accepted(model, request, response, () -> model.addAttribute("state", recordings.state(me.tenantId(), id)));
        }
        return shown(call, model);
    }

    private static RecordingAction read(String action) {
        try {
            return RecordingAction.of(action == null ? "" : action);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput("action", "invalid.recording.action");
        }
    }

    private LiveCall find(UUID id, SignedInUser me) {
        return live.of(me).calls().stream().filter(call -> call.id().equals(id)).findFirst()
                .orElseThrow(() -> new NotFound("call", id.toString()));
    }

    private static String shown(LiveCall call, Model model) {
        model.addAttribute("call", call);
        if (!model.containsAttribute("state")) {
            model.addAttribute("state", RecordingState.OFF);
        }
        return PART;
    }
}
