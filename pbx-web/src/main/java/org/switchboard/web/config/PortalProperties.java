package org.switchboard.web.config;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this installation, from the environment (names in {@code application.yml}).
 *
 * @param portalUrl        address people open, without a slash at the end
 * @param sip              how phones reach Asterisk
 * @param demoFile         where to write the demo company's credentials; null when no demo is wanted
 * @param operatorEmail    e-mail address of the operator account that is made at the first start
 * @param operatorPassword its password; null or blank: one is generated and printed once
 * @param spoolDir         folder with the files that Asterisk and the engine write about calls
 * @param recordingDir     folder in which Asterisk keeps what callers record
 */
@ConfigurationProperties("pbx")
public record PortalProperties(
        URI portalUrl, Sip sip, Path demoFile, String operatorEmail, String operatorPassword, Path spoolDir,
        Path recordingDir) {

    /**
     * What a person enters into a phone.
     *
     * @param host    server name or address
     * @param port    port for UDP and TCP
     * @param tlsPort port for TLS
     * @param wsUrl   WebSocket address for browsers
     */
    public record Sip(String host, int port, int tlsPort, String wsUrl) {
    }
}
