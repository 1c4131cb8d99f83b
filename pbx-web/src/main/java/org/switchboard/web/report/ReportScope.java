package org.switchboard.web.report;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.report.ReportQuestion;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Which queues somebody may see reports of: a supervisor who is bound to queues sees these, the others their company's. */
@Component
final class ReportScope {

    private final BoardService board;

    ReportScope(BoardService board) {
        this.board = board;
    }

    /**
     * The queues and agents that somebody may choose from.
     *
     * @param viewer who looks
     * @return the part of the company's that he may see
     */
    BoardSettings seenBy(SignedInUser viewer) {
        return board.settings().only(visible(viewer));
    }

    /**
     * Narrows a question to what somebody may see.
     *
     * @param viewer   who asks
     * @param question what he asks
     * @return the same for the queues that he may see
     * @throws InvalidInput when it names a queue or an agent that he may not see
     */
    ReportQuestion narrowed(SignedInUser viewer, ReportQuestion question) {
        Set<UUID> visible = visible(viewer);
        if (visible.isEmpty()) {
            return question;
        }
        if (question.queues() != null && !visible.containsAll(question.queues())) {
            throw new InvalidInput("queue", "invalid.report.queue");
        }
        if (question.agentId() != null && board.settings().only(visible).agent(question.agentId()).isEmpty()) {
            throw new InvalidInput("agent", "invalid.report.agent");
        }
        Set<UUID> queues = question.queues() == null ? visible : question.queues();
        return new ReportQuestion(question.from(), question.to(), question.grain(), queues, question.agentId());
    }

    private Set<UUID> visible(SignedInUser viewer) {
        return viewer.role() == Role.SUPERVISOR ? board.supervised(viewer.id()) : Set.of();
    }

    /**
     * Checks how finely time is to be divided.
     *
     * @param by   {@code hour}, {@code day}, or empty for what suits the period
     * @param days length of the period
     * @return the grain
     * @throws InvalidInput when it is another word
     */
    static Grain grain(String by, long days) {
        return switch (by) {
            case "" -> days <= 1 ? Grain.HOUR : Grain.DAY;
            case "hour" -> Grain.HOUR;
            case "day" -> Grain.DAY;
            default -> throw new InvalidInput("by", "invalid.report.by");
        };
    }
}
