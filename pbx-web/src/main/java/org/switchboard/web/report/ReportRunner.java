package org.switchboard.web.report;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.web.config.EngineProperties;

/** Starts the mailing of reports with the portal, and stops it before the databases' pools are closed. */
@Component
final class ReportRunner implements SmartLifecycle {

    private final EngineProperties settings;
    private final ReportMailer mailer;
    private volatile boolean running;

    ReportRunner(EngineProperties settings, ReportMailer mailer) {
        this.settings = settings;
        this.mailer = mailer;
    }

    @Override
    public void start() {
        if (settings.engineEnabled()) {
            mailer.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            mailer.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
