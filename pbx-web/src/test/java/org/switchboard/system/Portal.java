package org.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchboard.local.LocalStack;
import org.switchboard.local.portal.PortalEnvironment;
import org.switchboard.local.process.Await;
import org.switchboard.web.SwitchboardApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The portal under test, with its Asterisk and its database: a process of its own from this build's classes, so that a
 * test can kill it.
 */
final class Portal implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final LocalStack stack;
    private final Path folder;
    private final Map<String, Integer> slugs = new HashMap<>();
    private final List<Company> companies = new ArrayList<>();
    private Process process;

    private Portal(LocalStack stack, Path folder) {
        this.stack = stack;
        this.folder = folder;
    }

    /** Starts all of it; about fifteen seconds. */
    static Portal start() {
        try {
            Path folder = Files.createTempDirectory("pbx-system-");
            var portal = new Portal(LocalStack.start(folder.resolve("data")), folder);
            portal.begin();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the portal's process again after {@link #kill()} or {@link #stop()}, and waits until it takes calls. */
    void begin() {
        begin(SwitchboardApplication.class, Map.of());
    }

    /**
     * Starts the portal's process in a special way.
     *
     * @param program what is started
     * @param more    variables of its environment beside the usual ones
     */
    void begin(Class<?> program, Map<String, String> more) {
        try {
            var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    program.getName())
                    .redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(PortalEnvironment.of(stack.layout(), stack.settings(), stack.secrets()));
            builder.environment().putAll(more);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Await.until(START_LIMIT, () -> !process.isAlive() || takesCalls()) || !process.isAlive()) {
            throw new IllegalStateException("the portal does not start: " + lastWords());
        }
    }

    /** Ends the portal as an administrator does. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the portal with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Whether the process lives. */
    boolean isRunning() {
        return process.isAlive();
    }

    /** Asterisk and PostgreSQL. */
    LocalStack stack() {
        return stack;
    }

    /** A folder for what tests leave behind. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the portal prints. */
    Path log() {
        return folder.resolve("portal.log");
    }

    /** Address of the portal. */
    String url() {
        return "http://127.0.0.1:" + stack.settings().httpPort();
    }

    /** What the portal wrote for scripts at its first start. */
    JsonNode demo() {
        return json.readTree(stack.layout().demoFile().toFile());
    }

    /** A short name that no company has: the wanted one, with a number behind it where it was given before. */
    String freeSlug(String wanted) {
        int given = slugs.merge(wanted, 1, Integer::sum);
        return given == 1 ? wanted : wanted + "-" + given;
    }

    /** Remembers a company for {@link #releaseCompanies()}. */
    void opened(Company company) {
        companies.add(company);
    }

    /** Lets the companies made so far give back what there is only one of. */
    void releaseCompanies() {
        companies.forEach(Company::release);
        companies.clear();
    }

    /** A client of the API with the operator's rights. */
    Api operator() {
        return new Api(url(), demo().path("operatorToken").asString());
    }

    @Override
    public void close() {
        stop();
        stack.close();
    }

    private boolean takesCalls() {
        try {
            var reply = http.send(HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(2)).build(), HttpResponse.BodyHandlers.ofString());
            return reply.statusCode() == 200
                    && json.readTree(reply.body()).path("components").path("engine").path("status").asString("").equals("UP");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the portal does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "(nothing in " + log() + ")";
        }
    }
}
