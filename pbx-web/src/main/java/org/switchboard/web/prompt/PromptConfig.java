package org.switchboard.web.prompt;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.switchboard.telephony.prompt.PromptFiles;
import org.switchboard.telephony.prompt.SoundConverter;
import org.switchboard.telephony.prompt.SoundPrograms;
import org.switchboard.telephony.prompt.SystemWords;
import org.switchboard.web.config.DatabaseConfig;

/** What makes prompts, and what lays them out for Asterisk. */
@Configuration(proxyBeanMethods = false)
public class PromptConfig {

    @Bean
    SoundConverter soundConverter(PromptProperties prompts) {
        return new SoundConverter(new SoundPrograms(prompts.sox(), prompts.espeak()));
    }

    @Bean
    SystemWords systemWords(PromptProperties prompts, SoundConverter converter) {
        return new SystemWords(prompts.spokenDir(), converter);
    }

    @Bean
    PromptFiles promptFiles(PromptProperties prompts, @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, Clock clock) {
        return new PromptFiles(prompts.dir(), engineDatabase, clock);
    }
}
