package org.switchboard.web.alert;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.switchboard.telephony.alert.AlertBook;
import org.switchboard.telephony.alert.AlertWatch;
import org.switchboard.telephony.callcentre.CallCentre;
import org.switchboard.telephony.queuelog.QueueLogFile;
import org.switchboard.web.config.DatabaseConfig;
import org.switchboard.web.wallboard.TodaysFigures;

/** The parts of alerts that run beside the pages. */
@Configuration(proxyBeanMethods = false)
public class AlertConfig {

    @Bean
    AlertBook alertBook(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase) {
        return new AlertBook(engineDatabase);
    }

    @Bean(destroyMethod = "")
    AlertWatch alertWatch(AlertBook book, CallCentre callCentre, TodaysFigures figures, QueueLogFile log, Clock clock) {
        AlertWatch watch = new AlertWatch(book, new BoardGauges(callCentre, figures), clock);
        log.tell(figures);
        log.tell(watch::happened);
        return watch;
    }
}
