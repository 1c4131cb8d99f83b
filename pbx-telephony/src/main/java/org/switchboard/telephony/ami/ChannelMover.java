package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;

/**
 * Moves channels that are in none of our applications, which ARI cannot: a supervisor who listens, a customer who talks. Over a
 * connection of its own, which it opens when it must. Any thread may ask; one is served after the other.
 */
public final class ChannelMover implements AutoCloseable {

    private static final Duration REPLY_TIME = Duration.ofSeconds(3);

    private final AmiConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private DefaultManagerConnection manager;

    /**
     * Makes a mover, which connects by its first request.
     *
     * @param config where Asterisk's Manager Interface is
     */
    public ChannelMover(AmiConfig config) {
        this.config = config;
    }

    /**
     * Lets a channel leave what it does and go on elsewhere in the dialplan.
     *
     * @param channel   the channel's name
     * @param context   context of the dialplan
     * @param exten     extension within it
     * @param variables channel variables that are set before
     * @return false when there is no such channel (any more)
     * @throws IOException when Asterisk cannot be asked now
     */
    public boolean move(String channel, String context, String exten, Map<String, String> variables) throws IOException {
        lock.lock();
        try {
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                if (!done(new SetVarAction(channel, variable.getKey(), variable.getValue()))) {
                    return false;
                }
            }
            return done(new RedirectAction(channel, context, exten, 1));
        } finally {
            lock.unlock();
        }
    }

    private boolean done(ManagerAction action) throws IOException {
        try {
            connect();
            return !(manager.sendAction(action, REPLY_TIME.toMillis()) instanceof ManagerError);
        } catch (TimeoutException | IllegalStateException | AuthenticationFailedException e) {
            disconnect();
            throw new IOException("Asterisk's Manager Interface is away", e);
        } catch (IOException e) {
            disconnect();
            throw e;
        }
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager == null || manager.getState() != ManagerConnectionState.CONNECTED) {
            disconnect();
            manager = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
            manager.setDefaultResponseTimeout(REPLY_TIME.toMillis());
            // No reader's timeout: nothing comes while nobody asks.
            manager.login("off");
        }
    }

    /** Asterisk-Java would connect again by itself; a connection that failed is given up instead. */
    private void disconnect() {
        if (manager != null) {
            try {
                manager.logoff();
            } catch (IllegalStateException _) {
                // It was not connected.
                manager = null;
            }
            manager = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            disconnect();
        } finally {
            lock.unlock();
        }
    }
}
