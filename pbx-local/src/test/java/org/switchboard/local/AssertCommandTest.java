package org.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./pbx assert}: what it prints, and with which code it ends, against a portal that answers as told. */
class AssertCommandTest {

    private static final String HOLDS = """
            {"passed":1,"failed":0,"results":[{"name":"Christmas","passed":true,"end":{"kind":"voicemail","name":"200"},
             "expected":{"kind":"voicemail","name":"200"},"missed":[],"steps":[]}]}""";
    private static final String BROKEN = """
            {"passed":0,"failed":1,"results":[{"name":"Christmas","passed":false,"end":{"kind":"extension","name":"101"},
             "expected":{"kind":"voicemail","name":"200"},"missed":[{"kind":"announcement","name":"Holiday"}],
             "steps":[{"reason":"Hours: open."},{"reason":"101 rings for 20 seconds."}]}]}""";

    @TempDir
    Path data;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer portal;

    @BeforeEach
    void open() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/", exchange -> {
            tokens.put(exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = answers.get(exchange.getRequestURI().getPath());
            var body = (answer == null ? "{\"title\":\"This token is not known\",\"detail\":\"Sorry.\"}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 401 : 200, body.length);
            try (var reply = exchange.getResponseBody()) {
                reply.write(body);
            }
        });
        portal.start();
        answers.put("/api/v1/me", "{\"tenantSlug\":\"acme\"}");
    }

    @AfterEach
    void close() {
        portal.stop(0);
    }

    @Test
    void given_all_hold_when_asked_then_one_line_each_and_0() {
        answers.put("/api/v1/route/assertions/run", HOLDS);
        assertThat(run("acme", "--token", "sb_x")).isZero();
        assertThat(out.toString().lines()).containsExactly("holds   Christmas", "1 hold, 0 broken");
        assertThat(tokens).containsEntry("/api/v1/route/assertions/run", "Bearer sb_x");
    }

    @Test
    void given_one_is_broken_when_asked_then_it_says_what_and_why_and_1() {
        answers.put("/api/v1/route/assertions/run", BROKEN);
        assertThat(run("acme", "--token", "sb_x")).isEqualTo(1);
        assertThat(out.toString().lines()).first().isEqualTo("broken  Christmas: expected voicemail 200, is extension 101, "
                + "without announcement Holiday (101 rings for 20 seconds.)");
    }

    @Test
    void given_the_demo_company_when_no_token_is_given_then_the_demo_file_has_it() throws IOException {
        answers.put("/api/v1/me", "{\"tenantSlug\":\"demo\"}");
        answers.put("/api/v1/route/assertions/run", HOLDS);
        Files.writeString(data.resolve("demo.json"), "{\"apiToken\":\"sb_demo\"}");
        assertThat(run("demo")).isZero();
        assertThat(tokens).containsEntry("/api/v1/me", "Bearer sb_demo");
    }

    @Test
    void given_they_cannot_be_asked_then_the_reason_is_told_and_2() {
        assertThat(run("other", "--token", "sb_x")).isEqualTo(2);
        assertThat(err.toString()).contains("of the company \"acme\", not of \"other\"");
        assertThat(run("acme")).isEqualTo(2);
        assertThat(err.toString()).contains("--token or PBX_TOKEN");
        answers.clear();
        assertThat(run("acme", "--token", "sb_x")).isEqualTo(2);
        assertThat(err.toString()).contains("401: This token is not known. Sorry.");
        portal.stop(0);
        assertThat(run("acme", "--token", "sb_x")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be reached");
        assertThat(run("acme", "--token", "sb\nx")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        var line = new ArrayList<>(List.of("assert"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString(), "--url", "http://127.0.0.1:" + portal.getAddress().getPort()));
        return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(line.toArray(String[]::new));
    }
}
