package org.switchboard.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./pbx assert <tenant>}: asks a company's routing assertions over the API; for scripts, above all of other people's. */
@Command(name = "assert", mixinStandardHelpOptions = true, exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all hold", "1:one does not hold", "2:they could not be asked"},
        description = "Asks all routing assertions of a company, and prints one line for each.")
public final class AssertCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DEMO = "demo";
    private static final int BROKEN = 1;
    private static final int NOT_ASKED = 2;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "TENANT", description = "Short name of the company, such as demo.")
    private String tenant;

    @Option(names = "--token", description = "API token of an admin of the company (PBX_TOKEN; for demo it is known)")
    private String token;

    @Option(names = "--url", description = "Address of the portal (default: the one started here)")
    private String url;

    @Spec
    private CommandSpec spec;

    private final JsonMapper json = JsonMapper.builder().build();

    /** Why the assertions could not be asked. */
    private static final class NotAsked extends Exception {

        private static final long serialVersionUID = 1L;

        NotAsked(String message) {
            super(message);
        }
    }

    @Override
    public Integer call() {
        try {
            return ask();
        } catch (NotAsked | Refusal e) {
            spec.commandLine().getErr().println("pbx: " + e.getMessage());
            return NOT_ASKED;
        }
    }

    private int ask() throws NotAsked {
        var layout = options.layout(Main.home());
        var portal = url == null ? options.resolve(layout).portalUrl() : url.replaceAll("/+$", "");
        var bearer = bearer(layout);
        try (var http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            var me = send(http, request(portal, "/me", bearer).GET().build());
            var own = me.path("tenantSlug").isString() ? me.path("tenantSlug").asString() : "";
            if (!own.equals(tenant)) {
                throw new NotAsked("this token is " + (own.isEmpty() ? "the operator's" : "of the company \"" + own + "\"") + ", not of \"" + tenant + "\".");
            }
            return print(send(http, request(portal, "/route/assertions/run", bearer).POST(HttpRequest.BodyPublishers.noBody()).build()));
        }
    }

    private int print(JsonNode run) {
        PrintWriter out = spec.commandLine().getOut();
        for (JsonNode result : run.path("results")) {
            var passed = result.path("passed").asBoolean();
            out.println((passed ? "holds   " : "broken  ") + result.path("name").asString() + (passed ? "" : ": expected "
                    + end(result.path("expected")) + ", is " + end(result.path("end")) + missed(result) + reason(result)));
        }
        out.println(run.path("passed").asInt() + " hold, " + run.path("failed").asInt() + " broken");
        out.flush();
        return run.path("failed").asInt() == 0 ? 0 : BROKEN;
    }

    private static String end(JsonNode end) {
        return end.path("kind").asString() + " " + end.path("name").asString();
    }

    private static String missed(JsonNode result) {
        var missed = result.path("missed").valueStream().map(AssertCommand::end).collect(Collectors.joining(", "));
        return missed.isEmpty() ? "" : ", without " + missed;
    }

    private static String reason(JsonNode result) {
        var steps = result.path("steps");
        return steps.isEmpty() ? "" : " (" + steps.get(steps.size() - 1).path("reason").asString() + ")";
    }

    private String bearer(Layout layout) throws NotAsked {
        var given = Optional.ofNullable(token).or(() -> Optional.ofNullable(System.getenv("PBX_TOKEN"))).filter(text -> !text.isBlank());
        if (given.isPresent()) {
            return given.get();
        }
        if (!tenant.equals(DEMO) || !Files.isReadable(layout.demoFile())) {
            throw new NotAsked("give an API token of an admin of \"" + tenant + "\" with --token or PBX_TOKEN.");
        }
        return json.readTree(layout.demoFile().toFile()).path("apiToken").asString();
    }

    private static HttpRequest.Builder request(String portal, String path, String bearer) throws NotAsked {
        try {
            return HttpRequest.newBuilder(URI.create(portal + "/api/v1" + path)).timeout(LIMIT).header("Authorization", "Bearer " + bearer);
        } catch (IllegalArgumentException e) {
            throw new NotAsked("this is no address or no token: " + e.getMessage());
        }
    }

    private JsonNode send(HttpClient http, HttpRequest request) throws NotAsked {
        try {
            var reply = http.send(request, HttpResponse.BodyHandlers.ofString());
            var body = reply.body().isEmpty() ? json.createObjectNode() : json.readTree(reply.body());
            if (reply.statusCode() != 200) {
                throw new NotAsked("the portal answered " + reply.statusCode() + ": " + body.path("title").asString() + ". " + body.path("detail").asString());
            }
            return body;
        } catch (IOException e) {
            throw new NotAsked("the portal at " + request.uri().resolve("/") + " cannot be reached: is it running (./pbx status)?");
        } catch (JacksonException e) {
            throw new NotAsked("what answered at " + request.uri().resolve("/") + " is not the portal.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsked("interrupted.");
        }
    }
}
