package org.switchboard.web.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.engine.PromptKeeper;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.config.PortalProperties;

/** Takes recordings that were made by phone out of Asterisk's folder and keeps them as prompts, named by extension and time. */
@Component
final class RecordedByPhone implements PromptKeeper {

    private static final Logger log = LoggerFactory.getLogger(RecordedByPhone.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final PromptService prompts;
    private final Path folder;
    private final Clock clock;

    RecordedByPhone(PromptService prompts, PortalProperties portal, Clock clock) {
        this.prompts = prompts;
        this.folder = portal.recordingDir();
        this.clock = clock;
    }

    @Override
    public boolean keep(UUID tenantId, String actor, String recording) {
        Path file = folder.resolve(recording + ".wav");
        try {
            String name = actor + " " + MOMENT.format(clock.instant());
            TenantScope.tenant(tenantId, actor).run(() -> prompts.fromRecording(name, file));
            return true;
        } catch (InvalidInput refused) {
            log.info("A recording of extension {} was of no use: {}", actor, refused.getMessage());
            return false;
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
