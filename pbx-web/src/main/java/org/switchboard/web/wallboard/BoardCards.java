package org.switchboard.web.wallboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.board.BoardAgent;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.web.security.SignedInUser;

/** The call centre in four numbers, for the first page: {@code ${@boardCards.of(me)}}. */
@Component
public final class BoardCards {

    private final BoardViewer viewers;
    private final CallCentre callCentre;
    private final DayFigures figures;

    BoardCards(BoardViewer viewers, CallCentre callCentre, DayFigures figures) {
        this.viewers = viewers;
        this.callCentre = callCentre;
        this.figures = figures;
    }

    /**
     * The numbers.
     *
     * @param waiting  how many callers wait
     * @param oldest   when the one who has waited longest came; null when nobody waits
     * @param level    today's service level in percent; null while no call counts
     * @param free     how many agents are free
     * @param signedIn how many are signed in
     */
    public record Card(int waiting, Instant oldest, Integer level, long free, long signedIn) {
    }

    /**
     * Counts what a viewer may see.
     *
     * @param viewer an admin or supervisor
     * @return the numbers; null where there are no queues
     */
    public Card of(SignedInUser viewer) {
        BoardSettings settings = viewers.settings(viewer);
        if (settings.queues().isEmpty()) {
            return null;
        }
        FloorView floor = callCentre.view(viewer.tenantId());
        Day day = figures.of(viewer.tenantId());
        List<FloorView.Waiting> waiting = settings.queues().stream().flatMap(queue -> floor.queue(queue.id()).stream())
                .flatMap(queue -> queue.waiting().stream()).toList();
        List<AgentStatus> agents = settings.agents().stream().map(BoardAgent::id).flatMap(id -> floor.agent(id).stream()).map(FloorView.Agent::status).toList();
        CallFigures today = settings.queues().stream().map(BoardQueue::id).map(day::queue).reduce(CallFigures.NONE, CallFigures::plus);
        return new Card(waiting.size(), waiting.stream().filter(caller -> !caller.callback()).map(FloorView.Waiting::enteredAt)
                .min(Comparator.naturalOrder()).orElse(null), Day.percent(today), agents.stream().filter(AgentStatus.FREE::equals).count(),
                agents.stream().filter(status -> status != AgentStatus.SIGNED_OUT).count());
    }
}
