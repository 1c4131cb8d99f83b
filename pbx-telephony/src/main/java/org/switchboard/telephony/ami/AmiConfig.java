package org.switchboard.telephony.ami;

import java.util.Objects;

/**
 * Where Asterisk's Manager Interface is.
 *
 * @param host     host
 * @param port     TCP port
 * @param user     user of {@code manager.conf}, who may write class {@code system}
 * @param password that user's secret
 */
public record AmiConfig(String host, int port, String user, String password) {

    /** Checks that nothing is missing. */
    public AmiConfig {
        Objects.requireNonNull(host);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    /** Leaves the password out, since configurations end up in logs. */
    @Override
    public String toString() {
        return "AmiConfig[" + host + ":" + port + " as " + user + "]";
    }
}
