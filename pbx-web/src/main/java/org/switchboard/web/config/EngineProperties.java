package org.switchboard.web.config;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the call engine reaches Asterisk.
 *
 * @param engineEnabled whether the engine runs in this process; without it Asterisk uses its own fallback
 * @param ari           Asterisk's REST Interface
 * @param ami           Asterisk's Manager Interface
 */
@ConfigurationProperties("pbx")
public record EngineProperties(@DefaultValue("true") boolean engineEnabled, Ari ari, Ami ami) {

    /**
     * The REST Interface.
     *
     * @param url      base address without a path
     * @param user     its user
     * @param password the user's password
     */
    public record Ari(URI url, String user, String password) {
    }

    /**
     * The Manager Interface.
     *
     * @param host     host
     * @param port     TCP port
     * @param user     its user
     * @param password the user's password
     */
    public record Ami(String host, int port, String user, String password) {
    }
}
