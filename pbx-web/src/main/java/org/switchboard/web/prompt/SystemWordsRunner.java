package org.switchboard.web.prompt;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.prompt.SystemWords;
import org.switchboard.web.config.EngineProperties;

/** Speaks the system's own sentences beside the start of the portal, so that the start does not wait for them. */
@Component
final class SystemWordsRunner implements SmartLifecycle {

    private final EngineProperties engine;
    private final SystemWords words;
    private volatile Thread worker;

    SystemWordsRunner(EngineProperties engine, SystemWords words) {
        this.engine = engine;
        this.words = words;
    }

    @Override
    public void start() {
        if (engine.engineEnabled()) {
            worker = Thread.ofPlatform().name("system-words").daemon().start(words::make);
        }
    }

    @Override
    public void stop() {
        Thread working = worker;
        worker = null;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
