package org.switchboard.web.schedule;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.switchboard.telephony.schedule.FeedRounds;
import org.switchboard.telephony.schedule.ScheduleFeeds;
import org.switchboard.telephony.schedule.ScheduleSwitch;
import org.switchboard.telephony.schedule.ical.FeedFetcher;
import org.switchboard.telephony.schedule.ical.HttpsFeedFetcher;
import org.switchboard.web.config.DatabaseConfig;
import org.switchboard.web.config.EngineProperties;

/** What opening hours need besides their services: calendars from elsewhere, and the engine's way to the switch. */
@Configuration(proxyBeanMethods = false)
public class ScheduleConfig {

    @Bean
    FeedFetcher feedFetcher() {
        return new HttpsFeedFetcher();
    }

    @Bean
    ScheduleSwitch scheduleSwitch(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase) {
        return new ScheduleSwitch(engineDatabase);
    }

    @Bean
    SmartLifecycle feedRounds(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, ScheduleFeeds feeds, EngineProperties engine,
                             Clock clock) {
        return new Rounds(new FeedRounds(engineDatabase, feeds, clock), engine.engineEnabled());
    }

    /** Looks every few minutes which feeds are due, in the one process that runs the engine. */
    private static final class Rounds implements SmartLifecycle {

        private static final Logger LOG = LoggerFactory.getLogger(FeedRounds.class);
        private static final long MINUTES = 5;

        private final FeedRounds rounds;
        private final boolean enabled;
        private ScheduledExecutorService timer;

        Rounds(FeedRounds rounds, boolean enabled) {
            this.rounds = rounds;
            this.enabled = enabled;
        }

        @Override
        public boolean isAutoStartup() {
            return enabled;
        }

        @Override
        public synchronized void start() {
            timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("feeds").factory());
            timer.scheduleWithFixedDelay(this::round, 1, MINUTES, TimeUnit.MINUTES);
        }

        @Override
        public synchronized void stop() {
            timer.shutdownNow();
            timer = null;
        }

        @Override
        public synchronized boolean isRunning() {
            return timer != null;
        }

        private void round() {
            try {
                rounds.run();
            } catch (DataAccessException | TransactionException away) {
                // The database is away; the next round finds the same feeds due.
                LOG.warn("feeds were not read: {}", away.getMessage());
            }
        }
    }
}
