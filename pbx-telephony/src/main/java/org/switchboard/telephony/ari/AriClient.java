package org.switchboard.telephony.ari;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private final AriTransport transport;
    private final JsonMapper json = AriJson.mapper();

    /**
     * Makes a client.
     *
     * @param transport how requests reach Asterisk
     */
    public AriClient(AriTransport transport) {
        this.transport = transport;
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
     * Says which types of events an application wants to hear; all others are not sent.
     *
     * @param application an application that is connected
     * @param types       names of {@link AriEvent}'s records
     */
    public void hearOnly(String application, Collection<Class<? extends AriEvent>> types) {
        var allowed = types.stream().map(type -> Map.of("type", type.getSimpleName())).toList();
        var body = json.writeValueAsString(Map.of("allowed", allowed));
        check(new AriRequest("PUT", "/applications/" + segment(application) + "/eventFilter", Map.of(), body));
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
        return check(new AriRequest(method, path, query, ""));
    }

    private String check(AriRequest request) {
        var response = transport.send(request);
        if (response.status() < 300) {
            return response.body();
        }
        throw new AriException(AriFailure.ofStatus(response.status()),
                request.method() + " " + request.path() + ": " + response.status() + " " + response.body());
    }

    private static String channelPath(String channelId) {
        return "/channels/" + segment(channelId);
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
