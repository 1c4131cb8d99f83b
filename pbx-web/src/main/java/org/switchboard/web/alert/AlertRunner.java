package org.switchboard.web.alert;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.AlertWatch;
import org.switchboard.web.config.EngineProperties;

/** Starts alerts with the portal where its engine runs, and stops them before the databases' pools are closed. */
@Component
final class AlertRunner implements SmartLifecycle {

    private final EngineProperties settings;
    private final AlertWatch watch;
    private final AlertMailer mailer;
    private volatile boolean running;

    AlertRunner(EngineProperties settings, AlertWatch watch, AlertMailer mailer) {
        this.settings = settings;
        this.watch = watch;
        this.mailer = mailer;
    }

    @Override
    public void start() {
        // Without an engine nothing happens in queues, and another process has it.
        if (settings.engineEnabled()) {
            watch.start();
            mailer.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        running = false;
        mailer.close();
        watch.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
