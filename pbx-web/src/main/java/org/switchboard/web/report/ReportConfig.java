package org.switchboard.web.report;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.switchboard.telephony.report.ReportMailQueue;
import org.switchboard.web.config.DatabaseConfig;

/** What reports need besides pages. */
@Configuration(proxyBeanMethods = false)
public class ReportConfig {

    @Bean
    ReportMailQueue reportMailQueue(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase) {
        return new ReportMailQueue(engineDatabase);
    }
}
