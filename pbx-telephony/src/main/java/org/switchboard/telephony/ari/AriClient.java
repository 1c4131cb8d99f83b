package org.switchboard.telephony.ari;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operations of the REST Interface that we use. Each of them may be repeated without harm.
 *
 * <p>Every method throws {@link AriException} when Asterisk refuses or cannot be reached.
 */
public final class AriClient {

    private final AriRequests requests;
    private final AriSound sound;
    private final JsonMapper json = AriJson.mapper();

    /**
     * Makes a client.
     *
     * @param transport how requests reach Asterisk
     */
    public AriClient(AriTransport transport) {
        this.requests = new AriRequests(transport);
        this.sound = new AriSound(requests);
    }

    /**
     * Plays and records.
     *
     * @return never null
     */
    public AriSound sound() {
        return sound;
    }

    /**
     * All channels that exist now.
     *
     * @return a list in no particular order
     */
    public List<AriChannel> channels() {
        return json.readValue(ask("GET", "/channels", Map.of()), new TypeReference<>() { });
    }

    /**
     * One channel.
     *
     * @param channelId its id
     * @return empty when it does not exist (any more)
     */
    public Optional<AriChannel> channel(String channelId) {
        try {
            return Optional.of(json.readValue(ask("GET", channelPath(channelId), Map.of()), AriChannel.class));
        } catch (AriException e) {
            if (e.failure() == AriFailure.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * All bridges that exist now.
     *
     * @return a list in no particular order
     */
    public List<AriBridge> bridges() {
        return json.readValue(ask("GET", "/bridges", Map.of()), new TypeReference<>() { });
    }

    /**
     * The PJSIP endpoints that Asterisk knows now, with their state and channels.
     *
     * @return a list in no particular order
     */
    public List<AriEndpoint> endpoints() {
        return json.readValue(ask("GET", "/endpoints/PJSIP", Map.of()), new TypeReference<>() { });
    }

    /**
     * Sets several channel variables in one request, through the dialplan function {@code ARRAY}.
     *
     * @param channelId a channel in one of our applications
     * @param variables names and values in step; values hold no comma, quote or backslash, which {@code ARRAY} would interpret
     */
    public void setVariables(String channelId, List<Map.Entry<String, String>> variables) {
        for (var variable : variables) {
            if (variable.getValue().chars().anyMatch(c -> c == ',' || c == '"' || c == '\\' || c < ' ')) {
                throw new IllegalArgumentException("not a plain value: " + variable);
            }
        }
        var names = String.join(",", variables.stream().map(Map.Entry::getKey).toList());
        var values = String.join(",", variables.stream().map(Map.Entry::getValue).toList());
        ask("POST", channelPath(channelId) + "/variable", Map.of("variable", "ARRAY(" + names + ")", "value", values));
    }

    /**
     * Lets a channel leave our application and go on in the dialplan.
     *
     * @param channelId a channel in one of our applications
     * @param context   context of the dialplan
     * @param exten     extension within it
     */
    public void continueAt(String channelId, String context, String exten) {
        ask("POST", channelPath(channelId) + "/continue", Map.of("context", context, "extension", exten, "priority", "1"));
    }

    /**
     * Hangs a channel up. That it is gone already is no failure.
     *
     * @param channelId its id
     * @param cause     Q.850 cause to tell it
     */
    public void hangUp(String channelId, int cause) {
        try {
            ask("DELETE", channelPath(channelId), Map.of("reason_code", Integer.toString(cause)));
        } catch (AriException e) {
            if (e.failure() != AriFailure.NOT_FOUND) {
                throw e;
            }
        }
    }

    /**
     * Answers a channel; one that is answered already stays so.
     *
     * @param channelId a channel in one of our applications
     */
    public void answer(String channelId) {
        ask("POST", channelPath(channelId) + "/answer", Map.of());
    }

    /**
     * Lets a channel hear the ringing tone, or see 180 when it is not answered.
     *
     * @param channelId a channel in one of our applications
     */
    public void startRinging(String channelId) {
        ask("POST", channelPath(channelId) + "/ring", Map.of());
    }

    /**
     * Ends the ringing tone.
     *
     * @param channelId a channel in one of our applications
     */
    public void stopRinging(String channelId) {
        ask("DELETE", channelPath(channelId) + "/ring", Map.of());
    }

    /**
     * The value of a channel variable or of a dialplan function for the channel.
     *
     * @param channelId a channel in one of our applications
     * @param variable  its name
     * @return empty when it is not set
     */
    public String variable(String channelId, String variable) {
        try {
            return json.readTree(ask("GET", channelPath(channelId) + "/variable", Map.of("variable", variable)))
                    .path("value").asString("");
        } catch (AriException e) {
            if (e.failure() == AriFailure.NOT_FOUND && channel(channelId).isPresent()) {
                return "";
            }
            throw e;
        }
    }

    /**
     * Calls an endpoint; when it answers, its channel goes to the dialplan.
     *
     * @param origination what to call and what then
     */
    public void originate(Origination origination) {
        requests.tell("POST", channelPath(origination.channelId()), Map.of(
                "endpoint", origination.endpoint(), "context", origination.context(), "extension", origination.exten(),
                "priority", 1, "callerId", origination.callerId(), "timeout", origination.seconds(),
                "variables", origination.variables()));
    }

    /**
     * A call that we make.
     *
     * @param channelId id of our own for the new channel
     * @param endpoint  technology and resource, such as {@code PJSIP/abcdefghijklmnop}
     * @param context   context of the dialplan that it goes to when answered
     * @param exten     extension within it
     * @param callerId  what the called one is shown, such as {@code 101}; may be empty
     * @param seconds   how long it rings
     * @param variables channel variables
     */
    public record Origination(String channelId, String endpoint, String context, String exten, String callerId, int seconds,
                              Map<String, String> variables) {

        /** Copies the variables. */
        public Origination {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * Sets the state of a device of our own, which lamps of phones show through a hint.
     *
     * @param name  its name behind {@code Stasis:}, of letters and digits
     * @param state {@code INUSE}, {@code NOT_INUSE}, {@code RINGING} …
     */
    public void deviceState(String name, String state) {
        ask("PUT", "/deviceStates/" + AriRequests.segment("Stasis:" + name), Map.of("deviceState", state));
    }

    /**
     * Says which types of events an application wants to hear; all others are not sent.
     *
     * @param application an application that is connected
     * @param types       names of {@link AriEvent}'s records
     */
    public void hearOnly(String application, Collection<Class<? extends AriEvent>> types) {
        var allowed = types.stream().map(type -> Map.of("type", type.getSimpleName())).toList();
        requests.tell("PUT", "/applications/" + AriRequests.segment(application) + "/eventFilter", Map.of("allowed", allowed));
    }

    /**
     * The version of the Asterisk that answers.
     *
     * @return such as {@code 22.10.1}
     */
    public String version() {
        return json.readTree(ask("GET", "/asterisk/info", Map.of("only", "system"))).path("system").path("version").asString("");
    }

    /**
     * When the Asterisk that answers was started.
     *
     * @return by its own clock, to the millisecond
     */
    public Instant startedAt() {
        var info = json.readTree(ask("GET", "/asterisk/info", Map.of("only", "status")));
        return json.treeToValue(info.required("status").required("startup_time"), Instant.class);
    }

    private String ask(String method, String path, Map<String, String> query) {
        return requests.ask(method, path, query);
    }

    private static String channelPath(String channelId) {
        return "/channels/" + AriRequests.segment(channelId);
    }
}
