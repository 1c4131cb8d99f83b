package org.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.process.Await;

/** The real PostgreSQL and the real Asterisk, started as every other test starts them. */
class LocalStackTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(folder.resolve("with a space"));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void given_a_start_then_asterisk_logs_no_warning_and_no_error() throws IOException {
        var troubles = Files.readAllLines(stack.asterisk().messagesLog()).stream()
                .filter(line -> line.contains("WARNING[") || line.contains("ERROR[")).toList();

        assertThat(troubles).isEmpty();
    }

    @Test
    void given_a_start_then_asterisk_has_all_it_was_told_to_load() throws IOException {
        var wanted = Files.readAllLines(stack.asterisk().etc().resolve("modules.conf")).stream()
                .filter(line -> line.startsWith("load = ") || line.startsWith("require = "))
                .map(line -> line.substring(line.indexOf("= ") + 2)).toList();

        String loaded = stack.asterisk().cli("module show").output();

        assertThat(wanted).isNotEmpty().allSatisfy(module -> assertThat(loaded).contains(module));
    }

    @Test
    void given_the_asterisk_role_when_it_reads_what_is_not_a_view_of_its_own_then_it_is_refused() throws SQLException {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), "pbx_asterisk",
                stack.secrets().databaseAsterisk()); var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT count(*) FROM ps_endpoints")) {
                assertThat(rows.next()).isTrue();
            }
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM device"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
        }
    }

    @Test
    void given_a_channel_when_it_ends_then_its_events_are_lines_of_the_contract() throws Exception {
        var ari = URI.create(stack.settings().ariUrl() + "/ari/channels?endpoint="
                + encoded("Local/s@no-such-context") + "&app=pbx&callerId=" + encoded("\"Ann \"\"Q\"\", Ü\" <101>"));
        var credentials = Base64.getEncoder().encodeToString(("pbx:" + stack.secrets().ari())
                .getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var reply = client.send(HttpRequest.newBuilder(ari).header("Authorization", "Basic " + credentials)
                    .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isIn(200, 400, 500);
        }
        Path cel = stack.layout().spool().resolve("cel.csv");

        assertThat(Await.until(SOON, () -> Files.exists(cel) && read(cel).contains("\"LINKEDID_END\""))).isTrue();

        assertThat(Files.readAllLines(cel)).allSatisfy(line -> {
            // Fifteen columns, each quoted, a quote inside doubled (RFC 4180 section 2).
            assertThat(line).matches("(\"([^\"]|\"\")*\"(,(?=\")|$)){15}");
            assertThat(line.split(",")[1]).matches("\"\\d{10}\\.\\d{6}\"");
        });
    }

    @Test
    void given_a_running_stack_when_another_comes_then_it_takes_both_up_again() {
        var before = stack.asterisk().running();

        var second = new LocalStack(stack.layout(), stack.settings(), Progress.silent());
        second.startDatabase();
        second.startAsterisk();

        assertThat(second.asterisk().running()).isPresent().isEqualTo(before);
        assertThat(second.asterisk().outdated()).isFalse();
        assertThat(second.postgres().running()).isEqualTo(stack.postgres().running());
    }

    @Test
    void given_files_with_passwords_then_only_their_owner_can_read_them() throws IOException {
        var secret = List.of(stack.layout().secretsFile(), stack.asterisk().etc().resolve("manager.conf"),
                stack.asterisk().etc().resolve("res_odbc.conf"));

        for (Path file : secret) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void given_a_taken_port_when_started_then_one_sentence_names_port_and_flag() throws IOException {
        try (var taken = new ServerSocket(Ports.free(1).getFirst())) {
            assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", taken.getLocalPort(), "the portal", "--http-port"))
                    .isInstanceOf(Refusal.class).hasMessageContaining("--http-port")
                    .hasMessageContaining("" + taken.getLocalPort());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
