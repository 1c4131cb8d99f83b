package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.PJSipShowContactsAction;
import org.asteriskjava.manager.event.ContactList;
import org.asteriskjava.manager.event.ResponseEvent;

/** Asks over a connection of its own which devices are registered. Connects when it must. For one thread. */
public final class RegisteredDevices implements AutoCloseable {

    private static final Duration REPLY_TIME = Duration.ofSeconds(10);
    /** A contact's name is {@code <aor>;@<hash>}. */
    private static final String AFTER_AOR = ";@";

    private final AmiConfig config;
    private DefaultManagerConnection manager;

    /**
     * Makes a connection, which is opened by the first question.
     *
     * @param config where Asterisk's Manager Interface is
     */
    public RegisteredDevices(AmiConfig config) {
        this.config = config;
    }

    /**
     * Lists the registered devices. With none, Asterisk answers with an error and no events.
     *
     * @return their SIP user names
     * @throws IOException when Asterisk cannot be asked
     */
    public Set<String> registered() throws IOException {
        try {
            connect();
            Set<String> registered = new HashSet<>();
            for (ResponseEvent event : manager.sendEventGeneratingAction(new PJSipShowContactsAction(), REPLY_TIME.toMillis()).getEvents()) {
                if (event instanceof ContactList contact && contact.getObjectname() != null) {
                    int end = contact.getObjectname().indexOf(AFTER_AOR);
                    registered.add(end < 0 ? contact.getObjectname() : contact.getObjectname().substring(0, end));
                }
            }
            return registered;
        } catch (TimeoutException | AuthenticationFailedException | IllegalStateException e) {
            close();
            throw new IOException("Asterisk's Manager Interface does not list contacts", e);
        }
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager == null || manager.getState() != ManagerConnectionState.CONNECTED) {
            close();
            manager = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
            manager.setDefaultResponseTimeout(REPLY_TIME.toMillis());
            manager.login("off");
        }
    }

    /** Ends the connection, if there is one. */
    @Override
    public void close() {
        if (manager != null) {
            manager.logoff();
            manager = null;
        }
    }
}
