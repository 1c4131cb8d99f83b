package org.switchboard.telephony.voicemail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Follows the boxes by {@code LISTEN pbx_voicemail}. It holds one connection for as long as it lives. After a loss anything may have
 * happened, since notifications are not kept for us.
 */
public final class VoicemailListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(VoicemailListener.class);
    private static final Pattern NEWS = Pattern.compile("(message|lamps) ([0-9a-f-]{36}) ([0-9]{2,6})");
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int QUIET_WAITS_BEFORE_CHECK = 5;
    private static final int CHECK_SECONDS = 2;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final List<VoicemailNews> hearers;
    private final Thread worker = Thread.ofPlatform().name("voicemail-listener").daemon().unstarted(this::work);
    private volatile boolean closed;

    /**
     * Makes a listener; nothing happens before {@link #start()}.
     *
     * @param dataSource the engine's
     * @param hearers    who is told
     */
    public VoicemailListener(DataSource dataSource, List<VoicemailNews> hearers) {
        this.dataSource = dataSource;
        this.hearers = List.copyOf(hearers);
    }

    /** Begins to listen. Returns at once. */
    public void start() {
        worker.start();
    }

    private void work() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException e) {
                if (!closed) {
                    log.warn("The database is away; lamps and mail wait for it: {}", e.getMessage());
                }
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen pbx_voicemail");
        }
        var notifications = connection.unwrap(PGConnection.class);
        hearers.forEach(VoicemailNews::anythingMayHaveHappened);
        var quiet = 0;
        while (!closed) {
            var batch = notifications.getNotifications((int) WAIT.toMillis());
            if (batch != null && batch.length > 0) {
                quiet = 0;
                for (var notification : batch) {
                    tell(notification.getParameter());
                }
            } else if (++quiet == QUIET_WAITS_BEFORE_CHECK) {
                quiet = 0;
                check(connection);
            }
        }
    }

    private void tell(String payload) {
        Matcher news = NEWS.matcher(payload);
        if (!news.matches()) {
            log.warn("News of voicemail that make no sense are left out");
        } else if (news.group(1).equals("message")) {
            hearers.forEach(one -> one.changed(news.group(2), news.group(3)));
        } else {
            hearers.forEach(one -> one.lampsMoved(news.group(2), news.group(3)));
        }
    }

    /** A link that died in silence shows itself only when something is sent. */
    private static void check(Connection connection) throws SQLException {
        if (!connection.isValid(CHECK_SECONDS)) {
            throw new SQLException("the connection no longer answers");
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            log.debug("closing");
        }
    }

    /** Stops listening and gives the connection back. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(3));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
