package org.switchboard.web.voicemail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where voicemail is, and how mail about it is sent.
 *
 * @param dir  folder in which Asterisk keeps voicemail ({@code <astspooldir>/voicemail})
 * @param smtp the mail server
 */
@ConfigurationProperties("pbx.voicemail")
public record VoicemailProperties(String dir, Smtp smtp) {

    /**
     * The mail server.
     *
     * @param host     its name or address; null or blank: mail is not set up
     * @param port     its port, usually 587, 465 or 25
     * @param user     whom to sign in as; blank for nobody
     * @param password that user's password
     * @param from     the sender's address
     * @param tls      how the connection is protected
     */
    public record Smtp(String host, @DefaultValue("587") int port, String user, String password, String from, @DefaultValue("STARTTLS") Tls tls) {

        /**
         * Whether mail can be sent at all.
         *
         * @return false where no host was given
         */
        public boolean isSetUp() {
            return host != null && !host.isBlank();
        }

        /** Does not say the password. */
        @Override
        public String toString() {
            return "Smtp[" + user + "@" + host + ":" + port + ", " + tls + "]";
        }
    }

    /** How a connection to a mail server is protected. */
    public enum Tls {
        /** Not at all: only on one's own network. */
        NONE,
        /** From the beginning (RFC 8314). */
        TLS,
        /** After a plain beginning, or not at all if the server cannot: then nothing is sent (RFC 3207). */
        STARTTLS
    }
}
