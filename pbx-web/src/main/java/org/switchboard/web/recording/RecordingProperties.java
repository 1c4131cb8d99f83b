package org.switchboard.web.recording;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the sound of talks is.
 *
 * @param rawDir  where Asterisk writes it while they are on
 * @param keptDir where it is kept afterwards
 */
@ConfigurationProperties("pbx.recordings")
public record RecordingProperties(Path rawDir, Path keptDir) {
}
