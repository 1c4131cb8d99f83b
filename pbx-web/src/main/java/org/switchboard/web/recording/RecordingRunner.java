package org.switchboard.web.recording;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.recording.RecordingKeeper;
import org.switchboard.web.config.EngineProperties;

/** Starts the keeping of recordings with the portal, and stops it before the databases' pools are closed. */
@Component
final class RecordingRunner implements SmartLifecycle {

    private final EngineProperties engine;
    private final RecordingKeeper keeper;
    private volatile boolean running;

    RecordingRunner(EngineProperties engine, RecordingKeeper keeper) {
        this.engine = engine;
        this.keeper = keeper;
    }

    @Override
    public void start() {
        if (engine.engineEnabled()) {
            keeper.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        running = false;
        keeper.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
