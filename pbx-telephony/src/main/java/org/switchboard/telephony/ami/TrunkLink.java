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
import org.asteriskjava.manager.action.PJSipShowEndpointAction;
import org.asteriskjava.manager.event.ContactStatusDetail;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.CommandResponse;

/**
 * Makes changed trunks live in Asterisk and asks how trunks are, over a connection of its own, which it opens when it must. For
 * one thread.
 *
 * <p>Asterisk keeps four things of a trunk: objects in memory caches, the list of all trunks' addresses, a registration, and the
 * question whether it is there. The last two are read from the database when it starts; each has its own command to read it anew.
 */
public final class TrunkLink implements AutoCloseable {

    private static final Duration REPLY_TIME = Duration.ofSeconds(5);
    private static final List<String> CACHES = List.of("pbx-endpoint", "pbx-auth", "pbx-aor");
    private static final Pattern ENDPOINT = Pattern.compile("trunk[a-z0-9]{15}");
    /** A line of {@code pjsip show registrations}: name and server, auth, state. The server may be cut. */
    private static final Pattern REGISTRATION = Pattern.compile("^\\s*(trunk[a-z0-9]{15})/.*\\s(Registered|Unregistered|Rejected|Stopped)\\b.*$");

    private final AmiConfig config;
    private DefaultManagerConnection manager;

    /**
     * How Asterisk sees a trunk.
     *
     * @param registration {@code Registered}, {@code Unregistered}, {@code Rejected} or {@code Stopped}; empty when it does not
     *                     register
     * @param contact      {@code Reachable}, {@code Unreachable}, or {@code Unknown} and the like while no answer has come
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
     * @throws IOException when Asterisk cannot be told now
     */
    public void refresh(Collection<String> endpoints, Collection<String> signIn) throws IOException {
        for (String endpoint : endpoints) {
            for (String cache : CACHES) {
                send(new SorceryMemoryCacheExpireObjectAction(cache, checked(endpoint)));
            }
        }
        command("sorcery memory cache populate pbx-identify");
        // Makes the registrations that are new or changed, and ends those that are gone (res_pjsip_outbound_registration.c,
        // registration_loaded_observer); one whose row is the same is left alone.
        command("module reload res_pjsip_outbound_registration.so");
        for (String endpoint : endpoints) {
            // Its first question would come by chance within half a minute; whoever made the trunk is looking now.
            command("pjsip reload qualify aor " + checked(endpoint));
            command("pjsip qualify " + checked(endpoint));
        }
        for (String endpoint : signIn) {
            command("pjsip send register " + checked(endpoint));
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
        PJSipShowEndpointAction question = new PJSipShowEndpointAction();
        question.setEndpoint(checked(endpoint));
        try {
            connect();
            for (ResponseEvent event : manager.sendEventGeneratingAction(question, REPLY_TIME.toMillis()).getEvents()) {
                if (event instanceof ContactStatusDetail contact) {
                    return new Status(registration, contact.getStatus(), microseconds(contact.getRoundtripUsec()));
                }
            }
            return new Status(registration, "Unknown", null);
        } catch (TimeoutException | AuthenticationFailedException | IllegalStateException e) {
            throw away(e);
        }
    }

    private static Duration microseconds(String text) {
        return text != null && text.matches("[0-9]{1,12}") ? Duration.ofNanos(Long.parseLong(text) * 1_000) : null;
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
