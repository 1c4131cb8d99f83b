package org.switchboard.telephony.supervision;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.ari.AriException;

/** What must be done in the end, one after the other, by a thread of its own: what cannot be done now is tried again. */
final class Errands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(3);

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Thread worker;

    Errands(String name) {
        this.worker = Thread.ofVirtual().name(name).start(this::work);
    }

    void run(Runnable errand) {
        waiting.add(errand);
    }

    private void work() {
        try {
            while (true) {
                done(waiting.take());
            }
        } catch (InterruptedException _) {
            log.debug("closing with {} left", waiting.size());
        }
    }

    private void done(Runnable errand) throws InterruptedException {
        while (true) {
            try {
                errand.run();
                return;
            } catch (DataAccessException | AriException e) {
                log.warn("Tried again in a moment: {}", e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Gives what waits a moment. */
    @Override
    public void close() {
        waiting.add(worker::interrupt);
        try {
            if (!worker.join(LAST_PATIENCE)) {
                worker.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
