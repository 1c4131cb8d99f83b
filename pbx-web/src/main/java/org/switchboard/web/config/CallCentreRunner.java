package org.switchboard.web.config;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.agentphone.AgentLamps;
import org.switchboard.telephony.callback.CallbackKeeper;
import org.switchboard.telephony.supervision.Supervision;

/** Starts callbacks and lamps with the portal, and stops them, and supervision's record, before the databases' pools are closed. */
@Component
final class CallCentreRunner implements SmartLifecycle {

    private final EngineProperties settings;
    private final CallbackKeeper callbacks;
    private final AgentLamps lamps;
    private final Supervision supervision;
    private volatile boolean running;

    CallCentreRunner(EngineProperties settings, CallbackKeeper callbacks, AgentLamps lamps, Supervision supervision) {
        this.settings = settings;
        this.callbacks = callbacks;
        this.lamps = lamps;
        this.supervision = supervision;
    }

    @Override
    public void start() {
        if (settings.engineEnabled()) {
            callbacks.start();
            lamps.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        running = false;
        lamps.close();
        callbacks.close();
        supervision.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
