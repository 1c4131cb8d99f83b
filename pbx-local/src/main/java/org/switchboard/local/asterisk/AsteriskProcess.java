package org.switchboard.local.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.Driver;
import org.switchboard.local.Layout;
import org.switchboard.local.Ports;
import org.switchboard.local.Refusal;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Daemon;
import org.switchboard.local.process.ProcessIdentity;
import org.switchboard.local.process.Shell;

/**
 * Asterisk as a process of its own: started detached, taken up again by whoever comes later, stopped on request only.
 */
public final class AsteriskProcess {

    /** User name of both of Asterisk's interfaces. */
    public static final String USER = "pbx";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    /** A unix socket's path has room for 107 bytes (unix(7)). */
    private static final int SOCKET_PATH_LIMIT = 107;
    private static final int MOST_FILES = 65_536;

    private final AsteriskTree tree;
    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final Daemon daemon;

    /**
     * @param tree the program
     * @param layout where its files go
     * @param settings addresses and ports
     * @param secrets passwords of its interfaces
     */
    public AsteriskProcess(AsteriskTree tree, Layout layout, Settings settings, Secrets secrets) {
        this.tree = tree;
        this.layout = layout;
        this.settings = settings;
        this.secrets = secrets;
        this.daemon = daemon(layout);
    }

    /** The process of a data folder, to look at or stop without knowing more. */
    public static Daemon daemon(Layout layout) {
        return new Daemon("asterisk", layout);
    }

    /** Ends the process of a data folder: calls are hung up, then it is ended firmly. */
    public static boolean stop(Layout layout) {
        return daemon(layout).stop("TERM", STOP_PATIENCE);
    }

    /** The running process; empty when it is down. */
    public Optional<ProcessIdentity> running() {
        return daemon.running();
    }

    /** Whether the running process has another configuration than a start now would give it. */
    public boolean outdated() {
        return !AsteriskConfig.isWritten(AsteriskConfig.render(values()), etc());
    }

    /** Starts the process; {@link #awaitReady()} tells when it can be used. Refuses when a port is taken. */
    public void start() {
        Ports.requireFree(settings.bind(), settings.sipPort(), "phones (SIP)", "--sip-port");
        Ports.requireFree(settings.bind(), settings.sipTlsPort(), "phones (SIP over TLS)", "--sip-tls-port");
        Ports.requireFree("127.0.0.1", settings.asteriskHttpPort(), "Asterisk's REST interface", "--asterisk-http-port");
        Ports.requireFree(settings.bind(), settings.asteriskHttpsPort(), "browser phones", "--asterisk-https-port");
        Ports.requireFree("127.0.0.1", settings.amiPort(), "Asterisk's manager interface", "--ami-port");
        try {
            for (Path folder : List.of(layout.asterisk(), etc(), lib(), lib().resolve("cache"), spool(),
                    spool().resolve("recording"), spool().resolve("monitor"), spool().resolve("tmp"), log(), keys(),
                    socketFolder())) {
                Layout.createPrivate(folder);
            }
            requireOwn(socketFolder());
            Files.deleteIfExists(log().resolve("messages.log"));
            SipCertificate.ensure(keys(), settings.reachableAddress(), secrets.keyStore());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AsteriskConfig.write(AsteriskConfig.render(values()), etc());
        daemon.start(tree.command(conf(), "-f"), tree.environment(etc()), layout.asterisk());
    }

    /** Waits until Asterisk has loaded all and answers; refuses with what it said last when it does not. */
    public void awaitReady() {
        boolean ready = Await.until(START_LIMIT, () -> daemon.running().isEmpty() || answers());
        if (!ready || daemon.running().isEmpty()) {
            throw new Refusal("Asterisk did not start: see " + log().resolve("messages.log") + " and "
                    + daemon.logFile() + ". Its last words:\n" + daemon.lastWords());
        }
        var booted = cli("core waitfullybooted");
        if (!booted.ok()) {
            throw new Refusal("Asterisk came up but its console does not answer (" + booted.tail() + "): see "
                    + log().resolve("messages.log") + ".");
        }
    }

    /** Whether the REST interface answers with our password. */
    public boolean answers() {
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
            String credentials = Base64.getEncoder()
                    .encodeToString((USER + ":" + secrets.ari()).getBytes(StandardCharsets.UTF_8));
            var request = HttpRequest.newBuilder(URI.create(settings.ariUrl() + "/ari/asterisk/ping"))
                    .header("Authorization", "Basic " + credentials).timeout(ANSWER_LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs one command on Asterisk's console, such as {@code core show channels concise}. */
    public Shell.Result cli(String command) {
        return Shell.run(tree.command(conf(), "-r", "-x", command), tree.environment(etc()));
    }

    /** Log of warnings and errors since the last start. */
    public Path messagesLog() {
        return log().resolve("messages.log");
    }

    /** Folder with the configuration in force. */
    public Path etc() {
        return layout.asterisk().resolve("etc");
    }

    private Path conf() {
        return etc().resolve("asterisk.conf");
    }

    private Path lib() {
        return layout.asterisk().resolve("lib");
    }

    private Path spool() {
        return layout.asterisk().resolve("spool");
    }

    private Path log() {
        return layout.log().resolve("asterisk");
    }

    private Path keys() {
        return layout.asterisk().resolve("keys");
    }

    /** The console's socket; a deep data folder gets a short path of its own. */
    private Path socketFolder() {
        Path own = layout.asterisk().resolve("run");
        if (own.resolve("asterisk.ctl").toString().getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_LIMIT) {
            return own;
        }
        return Path.of("/tmp", "pbx-" + USER + "-" + Integer.toHexString(own.hashCode()) + "-"
                + System.getProperty("user.name"));
    }

    /** Somebody else's folder in /tmp, made before ours, would let them answer in Asterisk's place. */
    private void requireOwn(Path folder) throws IOException {
        if (!Files.getOwner(folder).equals(Files.getOwner(layout.data()))) {
            throw new Refusal("The folder " + folder + " belongs to another user: remove it, or choose a shorter path "
                    + "with --data.");
        }
    }

    private Map<String, String> values() {
        var database = Driver.parseURL(settings.jdbcUrl(), null);
        if (database == null) {
            throw new Refusal("PBX_DB_URL is not a URL that PostgreSQL's driver understands: "
                    + "give jdbc:postgresql://host:5432/database.");
        }
        var values = new HashMap<String, String>();
        values.put("BIND", settings.bind().contains(":") ? "[" + settings.bind() + "]" : settings.bind());
        values.put("SIP_PORT", "" + settings.sipPort());
        values.put("SIP_TLS_PORT", "" + settings.sipTlsPort());
        values.put("HTTP_PORT", "" + settings.asteriskHttpPort());
        values.put("HTTPS_PORT", "" + settings.asteriskHttpsPort());
        values.put("AMI_PORT", "" + settings.amiPort());
        values.put("RTP_START", "" + settings.rtpFirst());
        values.put("RTP_END", "" + settings.rtpLast());
        values.put("ARI_USER", USER);
        values.put("ARI_PASSWORD", secrets.ari());
        values.put("AMI_USER", USER);
        values.put("AMI_PASSWORD", secrets.ami());
        values.put("DB_HOST", database.getProperty("PGHOST"));
        values.put("DB_PORT", database.getProperty("PGPORT"));
        values.put("DB_NAME", database.getProperty("PGDBNAME"));
        values.put("DB_ASTERISK_PASSWORD", secrets.databaseAsterisk());
        values.put("ODBC_DRIVER", tree.odbcDriver().toString());
        values.put("MODULES_DIR", tree.modules().toString());
        values.put("SHARE_DIR", tree.share().toString());
        values.put("SBIN_DIR", tree.sbin().toString());
        values.put("ETC_DIR", etc().toString());
        values.put("LIB_DIR", lib().toString());
        values.put("SPOOL_DIR", spool().toString());
        values.put("LOG_DIR", log().toString());
        values.put("KEYS_DIR", keys().toString());
        values.put("RUN_DIR", socketFolder().toString());
        values.put("CEL_FILE", layout.spool().resolve("cel.csv").toString());
        values.put("SYSTEM_NAME", "pbx" + Integer.toHexString(layout.data().hashCode()));
        values.put("MAX_FILES", "" + OpenFiles.limit(MOST_FILES));
        return values;
    }
}
