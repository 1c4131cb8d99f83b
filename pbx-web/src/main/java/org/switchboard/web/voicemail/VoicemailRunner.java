package org.switchboard.web.voicemail;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.ami.MessageLamps;
import org.switchboard.telephony.voicemail.VoicemailListener;
import org.switchboard.web.config.EngineProperties;

/** Starts lamps and mail with the portal, and stops them before the databases' pools are closed. */
@Component
final class VoicemailRunner implements SmartLifecycle {

    private final EngineProperties settings;
    private final MessageLamps lamps;
    private final VoicemailMailer mailer;
    private final VoicemailListener listener;
    private volatile boolean running;

    VoicemailRunner(EngineProperties settings, MessageLamps lamps, VoicemailMailer mailer, VoicemailListener listener) {
        this.settings = settings;
        this.lamps = lamps;
        this.mailer = mailer;
        this.listener = listener;
    }

    @Override
    public void start() {
        if (settings.engineEnabled()) {
            lamps.start();
            mailer.start();
            listener.start();
            running = true;
        }
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            listener.close();
            mailer.close();
            lamps.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
