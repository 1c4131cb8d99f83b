package org.switchboard.telephony.ari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST client against a real HTTP server that says what the test wants. */
class AriClientTest {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpAriTransport transport;
    private AriClient ari;
    private volatile int status = 200;
    private volatile String body = "[]";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(status == 204 ? new byte[0] : bytes);
            }
        });
        server.start();
        transport = new HttpAriTransport(new AriConfig(URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "pbx", "secret", Duration.ofSeconds(1), Duration.ofSeconds(2), 4));
        ari = new AriClient(transport);
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"404,NOT_FOUND", "409,CONFLICT", "412,CONFLICT", "422,UNPROCESSABLE", "503,UNAVAILABLE", "500,UNAVAILABLE",
        "401,REFUSED", "400,REFUSED"})
    void given_a_status_when_a_command_is_refused_then_the_failure_is_told_apart(int refused, AriFailure failure) {
        status = refused;
        assertThatExceptionOfType(AriException.class).isThrownBy(() -> ari.continueAt("1.1", "pbx-ring", "s"))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(failure));
    }

    @Test
    void given_nobody_listens_when_a_command_is_sent_then_it_is_unreachable() {
        server.stop(0);
        assertThatExceptionOfType(AriException.class).isThrownBy(() -> ari.channels())
                .satisfies(e -> assertThat(e.failure()).isEqualTo(AriFailure.UNREACHABLE));
    }

    @Test
    void given_fields_of_a_newer_asterisk_when_channels_are_read_then_they_are_left_out() {
        body = """
                [{"id":"pbx-1.1","name":"PJSIP/abcdefghijklmnop-0000002a","state":"Ring","protocol_id":"x","novelty":{"a":[1]},
                  "caller":{"name":"Kim","number":"101"},"connected":{"name":"","number":""},"accountcode":"",
                  "dialplan":{"context":"from-device","exten":"102","priority":1,"app_name":"Stasis","app_data":"pbx,new"},
                  "creationtime":"2026-11-23T04:12:49.641+0000","language":"en","channelvars":{"PBX_NODE":""}}]""";
        var channel = ari.channels().getFirst();
        assertThat(channel.endpoint()).isEqualTo("abcdefghijklmnop");
        assertThat(channel.dialplan().appData()).isEqualTo("pbx,new");
        assertThat(channel.creationtime()).isEqualTo("2026-11-23T04:12:49.641Z");
        assertThat(channel.tenantid()).isEmpty();
    }

    @Test
    void given_several_variables_when_they_are_set_then_it_is_one_request() {
        status = 204;
        ari.setVariables("pbx-1.1", List.of(Map.entry("PBX_RING", "PJSIP/a&PJSIP/b"), Map.entry("PBX_SECONDS", "20")));
        assertThat(requests).singleElement().satisfies(request -> assertThat(request)
                .startsWith("POST /ari/channels/pbx-1.1/variable?").contains("variable=ARRAY%28PBX_RING%2CPBX_SECONDS%29")
                .contains("value=PJSIP%2Fa%26PJSIP%2Fb%2C20"));
    }

    @Test
    void given_a_value_that_the_dialplan_would_interpret_when_it_is_set_then_nothing_is_sent() {
        for (var value : List.of("a,b", "a\"b", "a\\b", "a\nb")) {
            assertThatIllegalArgumentException().isThrownBy(() -> ari.setVariables("1.1", List.of(Map.entry("X", value))));
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void given_a_channel_that_is_gone_when_it_is_hung_up_or_looked_at_then_that_is_no_failure() {
        status = 404;
        ari.hangUp("1.1", 16);
        assertThat(ari.channel("1.1")).isEmpty();
    }
}
