package org.switchboard.telephony.ari;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where Asterisk's REST Interface is and how patiently to talk to it.
 *
 * @param url         base address without a path, such as {@code http://127.0.0.1:8088}
 * @param user        ARI user of {@code ari.conf}
 * @param password    that user's password
 * @param connectTime longest time to establish a connection
 * @param replyTime   longest time to wait for the reply to one request
 * @param parallel    most requests under way at once; must stay below {@code sessionlimit} of {@code http.conf}
 */
public record AriConfig(URI url, String user, String password, Duration connectTime, Duration replyTime, int parallel) {

    /** Checks that nothing is missing and that at least one request may be under way. */
    public AriConfig {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        Objects.requireNonNull(connectTime);
        Objects.requireNonNull(replyTime);
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel must be at least 1");
        }
    }

    /**
     * The usual patience for an Asterisk on the same machine or in the same rack.
     *
     * @param url      base address without a path
     * @param user     ARI user
     * @param password its password
     * @return a configuration with 2 s to connect, 5 s to reply and 32 requests at once
     */
    public static AriConfig of(URI url, String user, String password) {
        return new AriConfig(url, user, password, Duration.ofSeconds(2), Duration.ofSeconds(5), 32);
    }

    /** Leaves the password out, since configurations end up in logs. */
    @Override
    public String toString() {
        return "AriConfig[" + url + " as " + user + "]";
    }
}
