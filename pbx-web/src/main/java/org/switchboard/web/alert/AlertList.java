package org.switchboard.web.alert;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.QueueAlert;
import org.switchboard.telephony.alert.QueueAlertService;
import org.switchboard.web.security.SignedInUser;
import org.switchboard.web.wallboard.BoardViewer;

/** The alerts that a supervisor may see. */
@Component
public final class AlertList {

    private static final int MOST = 50;

    private final QueueAlertService alerts;
    private final BoardViewer viewers;

    AlertList(QueueAlertService alerts, BoardViewer viewers) {
        this.alerts = alerts;
        this.viewers = viewers;
    }

    /**
     * What lasts, and what began after a time, in the queues of a viewer.
     *
     * @param viewer an admin or supervisor
     * @param after  the time
     * @return what lasts first, then the newest first
     */
    public List<QueueAlert> of(SignedInUser viewer, Instant after) {
        Set<UUID> visible = viewers.queuesOf(viewer);
        return alerts.recent(after, MOST).stream().filter(alert -> visible.isEmpty() || visible.contains(alert.queueId())).toList();
    }
}
