package org.switchboard.telephony.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CommandAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.CommandResponse;

/**
 * Makes changed trunks live in Asterisk and asks how trunks are, over a connection of its own, which it opens when it must. For
 * one thread.
 *
 * <p>Asterisk keeps four things of a trunk: objects in memory caches, the list of all trunks' addresses, a registration, and the
 * question whether it is there. The last two are read from the database when it starts; each has its own command to read it anew.
 * States are read from the console's lists, since the events that tell them tell passwords too.
 */
public final class TrunkLink implements AutoCloseable {

    private static final Duration REPLY_TIME = Duration.ofSeconds(5);
    private static final List<String> CACHES = List.of("pbx-endpoint", "pbx-auth", "pbx-aor");
    private static final Pattern ENDPOINT = Pattern.compile("trunk[a-z0-9]{15}");
    /** A line of {@code pjsip show registrations}: name and server, auth, state. The server may be cut. */
    private static final Pattern REGISTRATION = Pattern.compile("^\\s*(trunk[a-z0-9]{15})/.*\\s(Registered|Unregistered|Rejected|Stopped)\\b.*$");
    /** A line of {@code pjsip show aor}: name and address, hash, state, milliseconds. */
    private static final Pattern CONTACT = Pattern.compile("^\\s*Contact:\\s+trunk[a-z0-9]{15}/.*\\s[0-9a-f]+\\s+([A-Za-z]+)\\s+([0-9.]+|-?nan)\\s*$");

    private final AmiConfig config;
    private DefaultManagerConnection manager;

    /**
     * How Asterisk sees a trunk.
     *
     * @param registration {@code Registered}, {@code Unregistered}, {@code Rejected} or {@code Stopped}; empty when it does not
     *                     register
     * @param contact      {@code Avail}, {@code Unavail}, or {@code Unknown} and the like while it has not been asked
     * @param roundTrip    of the last answer; null when there was none
     */
    public record Status(String registration, String contact, Duration roundTrip) {
    }

    /**
     * Makes a link, which connects by its first request.
     *
     * @param config where Asterisk's Manager Interface is
     */
    public TrunkLink(AmiConfig config) {
        this.config = config;
    }

    /**
     * Makes Asterisk read some trunks anew. Registrations that did not change stay as they are, and calls are not touched.
     *
     * @param endpoints the trunks, also such as no longer exist
     * @param signIn    those of them whose account changed, which sign in anew
     * @param gone      those of them that no longer exist or are switched off. They sign out, for which Asterisk needs what it has
     *                  cached of them: it is to be told to {@link #forget} that a moment later
     * @throws IOException when Asterisk cannot be told now
     */
    public void refresh(Collection<String> endpoints, Collection<String> signIn, Collection<String> gone) throws IOException {
        for (String endpoint : endpoints) {
            if (!gone.contains(endpoint)) {
                forget(endpoint);
            }
        }
        command("sorcery memory cache populate pbx-identify");
        // Makes the registrations that are new or changed, and ends those that are gone (res_pjsip_outbound_registration.c,
        // registration_loaded_observer); one whose row is the same is left alone.
        command("module reload res_pjsip_outbound_registration.so");
        for (String endpoint : endpoints) {
            if (!gone.contains(endpoint)) {
                // Its first question would come by chance within half a minute; whoever made the trunk is looking now.
                command("pjsip reload qualify aor " + checked(endpoint));
                command("pjsip qualify " + checked(endpoint));
            }
        }
        for (String endpoint : signIn) {
            command("pjsip send register " + checked(endpoint));
        }
    }

    /**
     * Makes Asterisk stop asking whether a trunk is there, as its aor says after it has been forgotten.
     *
     * @param endpoint the trunk
     * @throws IOException when Asterisk cannot be told now
     */
    public void endQuestions(String endpoint) throws IOException {
        command("pjsip reload qualify aor " + checked(endpoint));
    }

    /**
     * Makes Asterisk forget what it has cached of a trunk.
     *
     * @param endpoint the trunk
     * @throws IOException when Asterisk cannot be told now
     */
    public void forget(String endpoint) throws IOException {
        for (String cache : CACHES) {
            send(new SorceryMemoryCacheExpireObjectAction(cache, checked(endpoint)));
        }
    }

    /**
     * Asks how trunks are.
     *
     * @param endpoints the trunks
     * @return by trunk
     * @throws IOException when Asterisk cannot be asked now
     */
    public Map<String, Status> status(Collection<String> endpoints) throws IOException {
        Map<String, String> registrations = new HashMap<>();
        if (!endpoints.isEmpty()) {
            for (String line : command("pjsip show registrations")) {
                Matcher found = REGISTRATION.matcher(line);
                if (found.matches()) {
                    registrations.put(found.group(1), found.group(2));
                }
            }
        }
        Map<String, Status> status = new HashMap<>();
        for (String endpoint : endpoints) {
            status.put(endpoint, status(endpoint, registrations.getOrDefault(endpoint, "")));
        }
        return status;
    }

    private Status status(String endpoint, String registration) throws IOException {
        for (String line : command("pjsip show aor " + checked(endpoint))) {
            Matcher found = CONTACT.matcher(line);
            if (found.matches()) {
                return new Status(registration, found.group(1), found.group(1).equals("Avail") ? milliseconds(found.group(2)) : null);
            }
        }
        return new Status(registration, "", null);
    }

    private static Duration milliseconds(String text) {
        return text.matches("[0-9]{1,9}\\.[0-9]{1,6}") ? Duration.ofNanos((long) (Double.parseDouble(text) * 1_000_000)) : null;
    }

    private static String checked(String endpoint) {
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException("not an endpoint of ours");
        }
        return endpoint;
    }

    private List<String> command(String words) throws IOException {
        return send(new CommandAction(words)) instanceof CommandResponse reply && reply.getResult() != null ? reply.getResult() : List.of();
    }

    /** A refusal is normal: an object that is not cached cannot be expired. */
    private Object send(ManagerAction action) throws IOException {
        try {
            connect();
            return manager.sendAction(action, REPLY_TIME.toMillis());
        } catch (TimeoutException | AuthenticationFailedException | IllegalStateException e) {
            throw away(e);
        }
    }

    private IOException away(Exception why) {
        close();
        return new IOException("Asterisk's Manager Interface does not answer", why);
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
            try {
                manager.logoff();
            } catch (IllegalStateException notConnected) {
                // It is gone already, which is what was wanted.
                manager = null;
                return;
            }
            manager = null;
        }
    }
}
