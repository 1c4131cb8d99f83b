package org.switchboard.telephony.trunk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ami.TrunkLink;

/**
 * Makes changes of trunks live in Asterisk as soon as they are committed, and asks every few seconds how the trunks are. It holds
 * one connection to the database, as role {@code pbx_engine}, and one to Asterisk. After a time without either, all trunks are
 * read anew, since changes may have been missed.
 */
public final class TrunkWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrunkWatch.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int CHECK_SECONDS = 2;
    private static final Pattern PAYLOAD = Pattern.compile("trunk[a-z0-9]{15}( auth| gone)?");

    private final DataSource database;
    private final TrunkLink asterisk;
    private final TrunkStates states;
    private final Thread worker = Thread.ofPlatform().name("trunk-watch").daemon().unstarted(this::work);
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<String> signIn = new LinkedHashSet<>();
    private final Set<String> leaving = new LinkedHashSet<>();
    private boolean all;
    private boolean failing;
    private volatile boolean closed;

    /**
     * Makes a watch; nothing happens before {@link #start()}.
     *
     * @param database the engine's
     * @param asterisk is told of changes and asked for states; closed with the watch
     * @param states   are kept true
     */
    public TrunkWatch(DataSource database, TrunkLink asterisk, TrunkStates states) {
        this.database = database;
        this.asterisk = asterisk;
        this.states = states;
    }

    /** Begins its work. Returns at once. */
    public void start() {
        worker.start();
    }

    private void work() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                follow(connection);
            } catch (SQLException away) {
                if (!closed) {
                    LOG.warn("Changes of trunks are not heard of now: {}", away.getMessage());
                }
            }
            pause();
        }
        asterisk.close();
    }

    private void follow(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen pbx_trunk");
        }
        PGConnection news = connection.unwrap(PGConnection.class);
        all = true;
        while (!closed) {
            tell(connection);
            take(news.getNotifications((int) BETWEEN_QUESTIONS.toMillis()));
            if (!connection.isValid(CHECK_SECONDS)) {
                throw new SQLException("the connection no longer answers");
            }
        }
    }

    private void take(PGNotification[] news) {
        for (PGNotification one : news == null ? new PGNotification[0] : news) {
            if (!PAYLOAD.matcher(one.getParameter()).matches()) {
                LOG.warn("A change of a trunk with a malformed name was announced and is left out");
                continue;
            }
            String endpoint = one.getParameter().split(" ")[0];
            changed.add(endpoint);
            if (one.getParameter().endsWith(" auth")) {
                signIn.add(endpoint);
            }
        }
    }

    private void tell(Connection connection) throws SQLException {
        List<String> trunks = enabled(connection);
        try {
            if (all) {
                changed.addAll(trunks);
            }
            refresh(trunks);
            states.learn(asterisk.status(trunks));
            failing = false;
        } catch (IOException away) {
            // What was to be told stays to be told; and an Asterisk that comes back may have been told nothing of anything.
            all = true;
            states.forget();
            if (!failing && !closed) {
                failing = true;
                LOG.warn("Trunks cannot be looked at now: {}", away.getMessage());
            }
        }
    }

    private void refresh(List<String> trunks) throws IOException {
        leaving.removeAll(trunks);
        for (String endpoint : leaving) {
            asterisk.forget(endpoint);
            asterisk.endQuestions(endpoint);
        }
        leaving.clear();
        if (!changed.isEmpty()) {
            signIn.retainAll(trunks);
            Set<String> gone = new LinkedHashSet<>(changed);
            gone.removeAll(trunks);
            asterisk.refresh(changed, signIn, gone);
            leaving.addAll(gone);
        }
        all = false;
        changed.clear();
        signIn.clear();
    }

    private static List<String> enabled(Connection connection) throws SQLException {
        List<String> endpoints = new ArrayList<>();
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("select endpoint_id from trunk where enabled order by endpoint_id")) {
            while (rows.next()) {
                endpoints.add(rows.getString(1));
            }
        }
        return endpoints;
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            LOG.debug("closing");
        }
    }

    /** Ends both connections. */
    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
