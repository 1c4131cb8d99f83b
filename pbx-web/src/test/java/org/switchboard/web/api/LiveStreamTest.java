package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.switchboard.telephony.live.LiveCalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Live calls over the API: the list, and the stream of events. The telephone engine is off, so nothing is on. */
@ApiTest
final class LiveStreamTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private Companies companies;

    @Autowired
    private LiveCalls calls;

    @Test
    void given_no_calls_when_listed_then_an_empty_page() {
        Api.Reply reply = companies.open("Quiet").supervisor().get("/live/calls");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("items").isEmpty()).isTrue();
        assertThat(reply.body().has("next")).isFalse();
    }

    @Test
    void given_a_watcher_when_the_connection_goes_then_it_hears_everything_first_and_then_the_news() throws Exception {
        Api watcher = companies.open("Watch").supervisor().with("Accept", "text/event-stream");
        HttpResponse<InputStream> stream = watcher.http().send(watcher.request("/live/calls/stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = stream.body()) {
            CompletableFuture<List<String>> read = CompletableFuture.supplyAsync(() -> lines(body, "\"up\":false"));
            calls.onDisconnected("test");
            List<String> lines = read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
            assertThat(lines.getFirst()).isEqualTo("event:calls");
            JsonNode everything = JsonMapper.shared().readTree(lines.get(1).substring("data:".length()));
            assertThat(everything.path("items").isArray()).isTrue();
            assertThat(lines).contains("event:connection");
        }
    }

    @Test
    void given_too_many_streams_of_one_token_when_another_is_opened_then_429() throws Exception {
        Api watcher = companies.open("Greedy").supervisor();
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                HttpResponse<InputStream> stream = watcher.http().send(watcher.request("/live/calls/stream").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                open.add(stream.body());
                assertThat(stream.statusCode()).isEqualTo(200);
            }

            assertThat(watcher.get("/live/calls/stream").status()).isEqualTo(429);
        } finally {
            for (InputStream stream : open) {
                stream.close();
            }
        }
    }

    private static List<String> lines(InputStream body, String until) {
        List<String> lines = new ArrayList<>();
        Scanner scanner = new Scanner(body, StandardCharsets.UTF_8);
        while (scanner.hasNextLine()) {
            String line = scanner.nextLine();
            if (!line.isEmpty()) {
                lines.add(line);
            }
            if (line.contains(until)) {
                break;
            }
        }
        return lines;
    }
}
