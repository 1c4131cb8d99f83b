package org.switchboard.local.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.switchboard.local.Layout;
import org.switchboard.local.Ports;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Daemon;
import org.switchboard.local.process.ProcessIdentity;

/**
 * The portal as a process of its own. It runs from a copy of its jar, so that a build never pulls the classes from
 * under it.
 */
public final class PortalProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

    private final Path home;
    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final Daemon daemon;

    /**
     * @param home folder of the clone, in which the portal was built
     * @param layout the data folder
     * @param settings addresses and ports
     * @param secrets passwords
     */
    public PortalProcess(Path home, Layout layout, Settings settings, Secrets secrets) {
        this.home = home;
        this.layout = layout;
        this.settings = settings;
        this.secrets = secrets;
        this.daemon = daemon(layout);
    }

    /** The process of a data folder, to look at or stop without knowing more. */
    public static Daemon daemon(Layout layout) {
        return new Daemon("portal", layout);
    }

    /** Ends the process of a data folder: Spring closes what is open. Calls live on in Asterisk. */
    public static boolean stop(Layout layout) {
        return daemon(layout).stop("TERM", STOP_PATIENCE);
    }

    /** The running process; empty when it is down. */
    public Optional<ProcessIdentity> running() {
        return daemon.running();
    }

    /** Whether the running portal is of another build than the one in the clone. */
    public boolean outdated() {
        try {
            Path built = builtJar();
            return !Files.exists(jar()) || Files.size(jar()) != Files.size(built)
                    || Files.mismatch(jar(), built) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process; refuses when its port is taken. */
    public void start() {
        Ports.requireFree(settings.bind(), settings.httpPort(), "the portal", "--http-port");
        try {
            Layout.createPrivate(layout.portal());
            Path fresh = layout.portal().resolve("portal.jar.new");
            Files.copy(builtJar(), fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, jar(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var environment = new HashMap<>(PortalEnvironment.of(layout, settings, secrets));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", System.getProperty("user.home"));
        daemon.start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
 "-Djava.io.tmpdir=" + temporary(), "-jar", jar().toString()),
                environment, layout.portal());
    }

    /** Waits until the portal answers; refuses with its last words when it ends instead. */
    public void awaitReady(Progress progress) {
        long began = System.nanoTime();
        boolean ready = Await.until(START_LIMIT, () -> {
            progress.update(Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
            return daemon.running().isEmpty() || answers();
        });
        if (!ready || daemon.running().isEmpty()) {
            throw new Refusal("The portal did not start: see " + daemon.logFile() + ". Its last words:\n"
                    + daemon.lastWords());
        }
    }

    /** Whether the portal says that it works. */
    public boolean answers() {
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + host() + ":" + settings.httpPort()
                    + "/actuator/health")).timeout(ANSWER_LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String host() {
        String address = settings.localAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private Path jar() {
        return layout.portal().resolve("portal.jar");
    }

    private Path temporary() {
        Path folder = layout.portal().resolve("tmp");
        try {
            Layout.createPrivate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private Path builtJar() {
        Path target = home.resolve("pbx-web/target");
        try (var files = Files.isDirectory(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.filter(file -> file.getFileName().toString().matches("pbx-web-.*\\.jar"))
                    .filter(file -> !file.getFileName().toString().contains("-sources")).findFirst()
                    .orElseThrow(() -> new Refusal("The portal is not built: start it with ./pbx run, which builds it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
