package org.switchboard.web.callback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.switchboard.telephony.callback.CallbackService;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.wallboard.BoardViewer;

/** The callbacks of one queue: those that wait, and those that are over. */
@PageController
public final class CallbackController {

    private final CallbackService callbacks;
    private final QueueService queues;
    private final BoardViewer viewers;
    private final Problems problems;

    CallbackController(CallbackService callbacks, QueueService queues, BoardViewer viewers, Problems problems) {
        this.callbacks = callbacks;
        this.queues = queues;
        this.viewers = viewers;
        this.problems = problems;
    }

    @GetMapping("/queues/{id}/callbacks")
    String list(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        viewers.queue(me, id);
        model.addAttribute("queue", queues.find(id));
        model.addAttribute("callbacks", callbacks.ofQueue(id));
        return "callback/list";
    }

    @PostMapping("/queues/{id}/callbacks/{callbackId}/cancel")
    String cancel(@PathVariable UUID id, @PathVariable UUID callbackId, @AuthenticationPrincipal SignedInUser me, Model model,
                  HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        viewers.queue(me, id);
        if (!problems.accepted(model, request, response, () -> callbacks.cancel(id, callbackId))) {
            return list(id, me, model);
        }
        flash.addFlashAttribute("notice", "callback.cancelled");
        return "redirect:/queues/" + id + "/callbacks";
    }
}
