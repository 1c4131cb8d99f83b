package org.switchboard.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/**
 * The flags that all commands share. A value is taken from the flag, else the environment, else what the last
 * {@code ./pbx run} of this data folder used, else the default.
 */
public final class SettingsOptions {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    /** Fewer would not carry a handful of calls: two legs of two ports each. */
    private static final int SMALLEST_RTP_RANGE = 40;

    /** PBX_DB_URL with this value goes back to the embedded database. */
    private static final String EMBEDDED = "embedded";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (PBX_DATA; default: .local)")
    private String data;

    @Option(names = "--bind", paramLabel = "ADDRESS",
            description = "Address for phones and browsers (PBX_BIND; default: 127.0.0.1)")
    private String bind;

    @Option(names = "--http-port", description = "Port of the portal (PBX_HTTP_PORT; default: 8080)")
    private String httpPort;

    @Option(names = "--sip-port", description = "Port of SIP over UDP and TCP (PBX_SIP_PORT; default: 5060)")
    private String sipPort;

    @Option(names = "--sip-tls-port", description = "Port of SIP over TLS (PBX_SIP_TLS_PORT; default: 5061)")
    private String sipTlsPort;

    @Option(names = "--asterisk-http-port",
            description = "Port of Asterisk's REST interface (PBX_ASTERISK_HTTP_PORT; default: 8088)")
    private String asteriskHttpPort;

    @Option(names = "--asterisk-https-port",
            description = "Port of the browser phones' websocket over TLS (PBX_ASTERISK_HTTPS_PORT; default: 8089)")
    private String asteriskHttpsPort;

    @Option(names = "--ami-port",
            description = "Port of Asterisk's manager interface (PBX_AMI_PORT; default: 5038)")
    private String amiPort;

    @Option(names = "--db-port", description = "Port of the embedded PostgreSQL (PBX_DB_PORT; default: 15432)")
    private String databasePort;

    @Option(names = "--rtp-range", paramLabel = "FIRST-LAST",
            description = "Ports of sound (PBX_RTP_RANGE; default: 10000-10999)")
    private String rtpRange;

    private final Map<String, String> environment;

    /** Options that look into this process's environment. */
    public SettingsOptions() {
        this(System.getenv());
    }

    /** @param environment looked into for what no flag says */
    SettingsOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The data folder; {@code home/.local} unless told otherwise. */
    public Layout layout(Path home) {
        return new Layout(Optional.ofNullable(data).or(() -> environment("PBX_DATA")).map(Path::of)
                .orElse(home.resolve(".local")));
    }

    /** All choices, checked; refuses a value that cannot be used, naming its flag. */
    public Settings resolve(Layout layout) {
        Properties saved = saved(layout);
        String url = database(choose("db-url", null, saved, ""));
        String range = choose("rtp-range", rtpRange, saved, "10000-10999");
        var match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new Refusal("--rtp-range takes FIRST-LAST, such as 10000-10999, and not \"" + range + "\".");
        }
        int first = port("rtp-range", match.group(1));
        int last = port("rtp-range", match.group(2));
        if (first % 2 != 0 || last - first < SMALLEST_RTP_RANGE) {
            throw new Refusal("--rtp-range must begin with an even port and hold at least " + SMALLEST_RTP_RANGE
                    + " ports, such as 10000-10999.");
        }
        var settings = new Settings(address(choose("bind", bind, saved, "127.0.0.1")),
                port("http-port", choose("http-port", httpPort, saved, "8080")),
                port("sip-port", choose("sip-port", sipPort, saved, "5060")),
                port("sip-tls-port", choose("sip-tls-port", sipTlsPort, saved, "5061")),
                port("asterisk-http-port", choose("asterisk-http-port", asteriskHttpPort, saved, "8088")),
                port("asterisk-https-port", choose("asterisk-https-port", asteriskHttpsPort, saved, "8089")),
                port("ami-port", choose("ami-port", amiPort, saved, "5038")),
                port("db-port", choose("db-port", databasePort, saved, "15432")),
                first, last, url, choose("db-owner-user", null, saved, Settings.DATABASE),
                environment("PBX_DB_OWNER_PASSWORD")
                        .orElseGet(() -> Secrets.in(layout.secretsFile()).externalDatabaseOwner()), true);
        requireDatabase(settings);
        return settings;
    }

    private static String database(String url) {
        return url.equals(EMBEDDED) ? "" : url;
    }

    private static void requireDatabase(Settings settings) {
        if (!settings.externalDatabase()) {
            return;
        }
        if (!settings.databaseUrl().startsWith("jdbc:postgresql://")) {
            throw new Refusal("PBX_DB_URL must look like jdbc:postgresql://host:5432/database, and not like \""
                    + settings.databaseUrl() + "\".");
        }
        if (settings.databaseOwnerPassword().isEmpty()) {
            throw new Refusal("PBX_DB_URL names another database: give the user who may create tables and roles there "
                    + "with PBX_DB_OWNER_USER and PBX_DB_OWNER_PASSWORD.");
        }
    }

    /** db-url is chosen by PBX_DB_URL, and so on for every name. */
    private String choose(String name, String flag, Properties saved, String otherwise) {
        return Optional.ofNullable(flag)
                .or(() -> environment("PBX_" + name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElseGet(() -> saved.getProperty(name, otherwise)).strip();
    }

    private Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new Refusal("--" + name + " takes a port from 1 to 65535, and not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }

    private static String address(String text) {
        if (!text.matches("[0-9a-fA-F.:]+")) {
            throw new Refusal("--bind takes an IP address of this machine, such as 127.0.0.1 or 0.0.0.0, and not \""
                    + text + "\".");
        }
        try {
            return InetAddress.getByName(text).getHostAddress();
        } catch (UnknownHostException e) {
            throw new Refusal("--bind takes an IP address of this machine, and not \"" + text + "\".", e);
        }
    }

    private static Properties saved(Layout layout) {
        var saved = new Properties();
        try {
            if (Files.isReadable(layout.settingsFile())) {
                saved.load(new StringReader(Files.readString(layout.settingsFile())));
            }
            return saved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
