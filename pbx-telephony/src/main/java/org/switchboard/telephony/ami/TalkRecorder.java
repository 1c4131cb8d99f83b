package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.action.StopMixMonitorAction;
import org.asteriskjava.manager.response.ManagerError;

/**
 * Starts, silences and ends the recording of channels that talk without us, over a connection of its own that the first request
 * opens. What a channel's recording does is kept on it in {@value #STATE}, beside what the dialplan writes there. For any thread.
 */
public final class TalkRecorder implements AutoCloseable {

    /** The channel variable with the recording's state: {@code on}, {@code paused}, or empty when there is none. */
    public static final String STATE = "PBX_RECORDING";

    /** The channel variable with the name of the file, where the dialplan goes on after a transfer. */
    private static final String FILE_OF = "PBX_RECORD_FILE";
    private static final Duration REPLY_TIME = Duration.ofSeconds(3);
    /** Only while it talks, and two channels: what it says left, what it hears right. */
    private static final String OPTIONS = "bD";
    private static final Pattern CHANNEL = Pattern.compile("[A-Za-z0-9.-]{1,100}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_.-]{1,250}\\.raw");

    private final AmiConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private DefaultManagerConnection manager;

    /**
     * Makes a recorder.
     *
     * @param config where Asterisk's Manager Interface is
     */
    public TalkRecorder(AmiConfig config) {
        this.config = config;
    }

    /**
     * Begins to record a channel.
     *
     * @param channel its unique id
     * @param file    name of the file in Asterisk's folder for it, which ends in {@code .raw}
     * @return false when there is no such channel any more
     * @throws IOException when Asterisk cannot be told now
     */
    public boolean start(String channel, String file) throws IOException {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("not a file of ours");
        }
        return all(new MixMonitorAction(checked(channel), file, OPTIONS), new SetVarAction(channel, FILE_OF, file), state(channel, "on"));
    }

    /**
     * Writes silence, or sound again, so that the time in the recording goes on.
     *
     * @param channel the channel's unique id
     * @param silent  whether it is silence
     * @return false when there is no such channel any more
     * @throws IOException when Asterisk cannot be told now
     */
    public boolean silence(String channel, boolean silent) throws IOException {
        return all(new MixMonitorMuteAction(checked(channel), "both", silent ? 1 : 0), state(channel, silent ? "paused" : "on"));
    }

    /**
     * Ends the recordings of a channel.
     *
     * @param channel its unique id
     * @return false when there is no such channel any more
     * @throws IOException when Asterisk cannot be told now
     */
    public boolean stop(String channel) throws IOException {
        return all(new StopMixMonitorAction(checked(channel)), state(channel, ""));
    }

    private static SetVarAction state(String channel, String state) {
        return new SetVarAction(channel, STATE, state);
    }

    private static String checked(String channel) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("not a channel's id");
        }
        return channel;
    }

    private boolean all(ManagerAction... actions) throws IOException {
        lock.lock();
        try {
            connect();
            for (var action : actions) {
                if (manager.sendAction(action, REPLY_TIME.toMillis()) instanceof ManagerError) {
                    return false;
                }
            }
            return true;
        } catch (TimeoutException | AuthenticationFailedException | IllegalStateException e) {
            disconnect();
            throw new IOException("Asterisk's Manager Interface does not answer", e);
        } finally {
            lock.unlock();
        }
    }

    private void connect() throws IOException, TimeoutException, AuthenticationFailedException {
        if (manager == null || manager.getState() != ManagerConnectionState.CONNECTED) {
            disconnect();
            manager = new DefaultManagerConnection(config.host(), config.port(), config.user(), config.password());
            manager.setDefaultResponseTimeout(REPLY_TIME.toMillis());
            manager.login("off");
        }
    }

    private void disconnect() {
        var old = manager;
        manager = null;
        if (old != null && old.getState() == ManagerConnectionState.CONNECTED) {
            old.logoff();
        }
    }

    /** Ends the connection, if there is one. */
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
