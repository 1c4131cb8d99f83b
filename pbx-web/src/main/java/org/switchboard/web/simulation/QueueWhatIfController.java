package org.switchboard.web.simulation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.queue.Queue;
import org.switchboard.telephony.queue.QueueService;
import org.switchboard.telephony.queue.QueueStrategy;
import org.switchboard.telephony.simulation.WhatIf;
import org.switchboard.telephony.simulation.WhatIfService;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** What a queue's day would have been like with other agents, or asked in another way. */
@PageController
public final class QueueWhatIfController {

    private static final String PAGE = "simulation/what-if";

    private final QueueService queues;
    private final WhatIfService whatIfs;
    private final BoardService board;
    private final Problems problems;
    private final MessageSource messages;

    QueueWhatIfController(QueueService queues, WhatIfService whatIfs, BoardService board, Problems problems, MessageSource messages) {
        this.queues = queues;
        this.whatIfs = whatIfs;
        this.board = board;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/queues/{id}/what-if")
    String page(@PathVariable UUID id, @ModelAttribute("form") WhatIfForm form, @AuthenticationPrincipal SignedInUser me, Model model,
                HttpServletRequest request, HttpServletResponse response) {
        Queue queue = queues.find(id);
        Set<UUID> supervised = me.role() == Role.SUPERVISOR ? board.supervised(me.id()) : Set.of();
        if (!supervised.isEmpty() && !supervised.contains(id)) {
            throw new NotFound("queue", id.toString());
        }
        Formats fmt = (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
        model.addAttribute("queue", queue);
        model.addAttribute("strategies", QueueStrategy.values());
        model.addAttribute("yesterday", whatIfs.yesterday());
        model.addAttribute("today", whatIfs.yesterday().plusDays(1));
        model.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
        problems.accepted(model, request, response, () -> {
            WhatIf asked = whatIfs.ask(form.draft(id));
            model.addAttribute("asked", asked);
            model.addAttribute("rows", WhatIfTable.day(asked));
            model.addAttribute("times", WhatIfTable.hours(asked, fmt));
            model.addAttribute("picture", WhatIfPicture.of(asked, fmt, messages));
        });
        return Problems.inPlace(request, PAGE, "tried");
    }
}
