package org.switchboard.web.prompt;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How prompts are made and where Asterisk reads them.
 *
 * @param dir       folder of the companies' prompts
 * @param spokenDir folder of the system's own sentences; null or empty means a folder in {@code dir}
 * @param sox       path or name of SoX
 * @param espeak    path or name of eSpeak NG
 */
@ConfigurationProperties("pbx.prompts")
public record PromptProperties(Path dir, Path spokenDir, String sox, String espeak) {

    /** Fills in the folder of the system's own sentences. */
    public PromptProperties {
        spokenDir = spokenDir == null || spokenDir.toString().isEmpty() ? dir.resolve("system") : spokenDir;
    }
}
