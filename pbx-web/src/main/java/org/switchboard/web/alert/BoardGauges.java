package org.switchboard.web.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.alert.QueueGauge;
import org.switchboard.telephony.alert.QueueGauges;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.callcentre.FloorView;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.web.wallboard.Day;
import org.switchboard.web.wallboard.DayFigures;

/** Measures queues by what the wallboard shows of them. */
final class BoardGauges implements QueueGauges {

    private final CallCentre callCentre;
    private final DayFigures figures;

    BoardGauges(CallCentre callCentre, DayFigures figures) {
        this.callCentre = callCentre;
        this.figures = figures;
    }

    @Override
    public List<QueueGauge> of(UUID tenantId) {
        Map<UUID, List<FloorView.Waiting>> waiting = new HashMap<>();
        callCentre.view(tenantId).queues().forEach(queue -> waiting.put(queue.queueId(), queue.waiting()));
        Day day = figures.of(tenantId);
        Set<UUID> queues = new HashSet<>(waiting.keySet());
        queues.addAll(day.queues().keySet());
        return queues.stream().map(queue -> gauge(queue, waiting.getOrDefault(queue, List.of()), day.queue(queue))).toList();
    }

    private static QueueGauge gauge(UUID queueId, List<FloorView.Waiting> waiting, CallFigures today) {
        Instant oldest = waiting.stream().filter(caller -> !caller.callback()).map(FloorView.Waiting::enteredAt).min(Comparator.naturalOrder()).orElse(null);
        return new QueueGauge(queueId, waiting.size(), oldest, Day.percent(today), today.serviceLevelCalls());
    }
}
