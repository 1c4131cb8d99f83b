package org.switchboard.telephony.alert;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the alerts of the tenant in whose scope it runs. */
@Service
public final class QueueAlertService {

    private final QueueAlertRepository alerts;
    private final TransactionTemplate reading;

    /**
     * Wires the service.
     *
     * @param alerts      SQL of the alerts
     * @param transaction the portal's transactions
     */
    public QueueAlertService(QueueAlertRepository alerts, TransactionTemplate transaction) {
        this.alerts = alerts;
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
    }

    /**
     * What lasts, and what began after a time.
     *
     * @param after the time
     * @param limit most alerts to give
     * @return what lasts first, then the newest first
     */
    public List<QueueAlert> recent(Instant after, int limit) {
        return reading.execute(status -> alerts.recent(after, limit));
    }
}
