package org.switchboard.web.recording;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.TalkRecorder;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.cdr.StepFile;
import org.switchboard.telephony.prompt.SoundPrograms;
import org.switchboard.telephony.prompt.StereoConverter;
import org.switchboard.telephony.recording.LiveRecordings;
import org.switchboard.telephony.recording.RecordingFolders;
import org.switchboard.telephony.recording.RecordingKeeper;
import org.switchboard.web.config.DatabaseConfig;
import org.switchboard.web.prompt.PromptProperties;

/** What records talks and keeps the recordings. */
@Configuration(proxyBeanMethods = false)
public class RecordingConfig {

    @Bean
    RecordingFolders recordingFolders(RecordingProperties recordings) {
        return new RecordingFolders(recordings.rawDir(), recordings.keptDir());
    }

    @Bean(destroyMethod = "")
    RecordingKeeper recordingKeeper(RecordingFolders folders, AriClient liveClient, @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase,
                                    PromptProperties prompts, Clock clock, MeterRegistry meters) {
        return new RecordingKeeper(folders, liveClient, engineDatabase, new StereoConverter(new SoundPrograms(prompts.sox(), prompts.espeak())),
                clock, meters);
    }

    @Bean(destroyMethod = "close")
    TalkRecorder talkRecorder(AmiConfig ami) {
        return new TalkRecorder(ami);
    }

    @Bean
    LiveRecordings liveRecordings(AriClient liveClient, TalkRecorder talkRecorder, StepFile steps, Clock clock) {
        return new LiveRecordings(liveClient, talkRecorder, steps, clock);
    }
}
