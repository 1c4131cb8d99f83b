package org.switchboard.local.phone;

/**
 * What a person types into a phone.
 *
 * @param username the device's SIP user name
 * @param password its secret
 * @param host address of the telephone system
 * @param port port for the chosen transport
 */
public record SipAccount(String username, String password, String host, int port) {

    /** The same account with another secret. */
    public SipAccount withPassword(String other) {
        return new SipAccount(username, other, host, port);
    }

    /** The same account over another port. */
    public SipAccount withPort(int other) {
        return new SipAccount(username, password, host, other);
    }

    @Override
    public String toString() {
        return "SipAccount[" + username + "@" + host + ":" + port + "]";
    }
}
