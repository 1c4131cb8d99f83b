package org.switchboard.web.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.callcentre.KeptFloors;
import org.switchboard.telephony.cdr.CallRecorder;
import org.switchboard.telephony.engine.CallEngine;
import org.switchboard.telephony.live.RegistrationWatch;
import org.switchboard.telephony.queuelog.QueueRecorder;
import org.switchboard.telephony.trunk.TrunkWatch;

/** Starts the call engine and its recorder with the portal, and stops them before the databases' pools are closed. */
@Component
final class EngineRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRunner.class);

    private final EngineProperties settings;
    private final CallEngine engine;
    private final CallRecorder recorder;
    private final QueueRecorder queues;
    private final RegistrationWatch registrations;
    private final TrunkWatch trunks;
    private final Floors floors;
    private final KeptFloors floorMemory;
    private volatile boolean running;

    EngineRunner(EngineProperties settings, CallEngine engine, CallRecorder recorder, QueueRecorder queues,
                 RegistrationWatch registrations, TrunkWatch trunks, Floors floors, KeptFloors floorMemory) {
        this.settings = settings;
        this.engine = engine;
        this.recorder = recorder;
        this.queues = queues;
        this.registrations = registrations;
        this.trunks = trunks;
        this.floors = floors;
        this.floorMemory = floorMemory;
    }

    @Override
    public void start() {
        if (settings.engineEnabled()) {
            recorder.start();
            queues.start();
            engine.start();
            registrations.start();
            trunks.start();
            running = true;
        } else {
            LOG.warn("The call engine is switched off; Asterisk uses its own fallback");
        }
    }

    @Override
    public void stop() {
        running = false;
        trunks.close();
        registrations.close();
        engine.close();
        floors.close();
        floorMemory.close();
        queues.close();
        recorder.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
