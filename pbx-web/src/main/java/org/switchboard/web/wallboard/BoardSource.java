package org.switchboard.web.wallboard;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.AlertWatch;
import org.switchboard.telephony.board.BoardService;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.tenant.TenantScope;

/** Draws boards from what is true now. */
@Component
public final class BoardSource {

    private final BoardService board;
    private final CallCentre callCentre;
    private final DayFigures figures;
    private final AlertWatch alerts;

    /**
     * Wires the component.
     *
     * @param board      queues and agents
     * @param callCentre what is going on
     * @param figures    what happened today
     * @param alerts     which thresholds are broken
     */
    public BoardSource(BoardService board, CallCentre callCentre, DayFigures figures, AlertWatch alerts) {
        this.board = board;
        this.callCentre = callCentre;
        this.figures = figures;
        this.alerts = alerts;
    }

    /**
     * What can be seen of a company's queues and agents. Asks the database.
     *
     * @param tenantId the company
     * @param visible  the queues; empty for all
     * @return the settings
     */
    BoardSettings settings(UUID tenantId, Set<UUID> visible) {
        return TenantScope.tenant(tenantId, "wallboard").call(board::settings).only(visible);
    }

    /**
     * Draws a board. Asks no database.
     *
     * @param tenantId the company
     * @param settings what can be seen of it
     * @return the picture
     */
    BoardPicture draw(UUID tenantId, BoardSettings settings) {
        return BoardPicture.of(settings, callCentre.view(tenantId), figures.of(tenantId), alerts.of(tenantId));
    }

    /**
     * The call centre, for those who want to hear of changes.
     *
     * @return the call centre
     */
    CallCentre callCentre() {
        return callCentre;
    }
}
