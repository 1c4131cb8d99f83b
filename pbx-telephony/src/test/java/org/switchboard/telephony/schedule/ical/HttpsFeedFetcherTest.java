package org.switchboard.telephony.schedule.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a real https server, with a certificate of its own, that does what servers do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFeedFetcherTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private ExecutorService threads;
    private HttpsServer server;
    private SSLContext tls;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        tls = tls(folder.resolve("keys.p12"));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterAll
    void stop() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void given_a_file_then_it_is_brought_also_after_three_redirects() throws CalendarProblem {
        assertThat(ours().fetch(at("/feed.ics"))).asString(StandardCharsets.UTF_8).startsWith("BEGIN:VCALENDAR");
        assertThat(ours().fetch(at("/hop/3"))).asString(StandardCharsets.UTF_8).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void given_too_many_redirects_or_one_to_http_then_it_is_refused() {
        assertThat(problem(ours(), at("/hop/4"))).isEqualTo("invalid.feed.redirect");
        assertThat(problem(ours(), at("/to-http"))).isEqualTo("invalid.feed.redirect");
    }

    @Test
    void given_an_address_of_this_machine_then_no_request_is_sent() {
        int before = asked.get();
        HttpsFeedFetcher strict = new HttpsFeedFetcher(PublicAddresses::isPublic, tls, Duration.ofSeconds(5));
        assertThat(problem(strict, at("/feed.ics"))).isEqualTo("invalid.feed.address");
        assertThat(problem(strict, URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/feed.ics"))).isEqualTo("invalid.feed.address");
        assertThat(problem(strict, URI.create("https://[::1]:" + server.getAddress().getPort() + "/feed.ics"))).isEqualTo("invalid.feed.address");
        assertThat(asked.get()).isEqualTo(before);
    }

    @Test
    void given_a_redirect_into_the_network_then_it_is_not_followed() {
        HttpsFeedFetcher loopbackOnly = new HttpsFeedFetcher(InetAddress::isLoopbackAddress, tls, Duration.ofSeconds(5));
        assertThat(problem(loopbackOnly, at("/to-private"))).isEqualTo("invalid.feed.address");
    }

    @Test
    void given_answers_that_are_no_file_then_each_has_its_reason() {
        assertThat(problem(ours(), at("/missing"))).isEqualTo("invalid.feed.status");
        assertThat(problem(new HttpsFeedFetcher(), URI.create("https://nowhere.invalid/feed.ics"))).isEqualTo("invalid.feed.host");
        HttpsFeedFetcher suspicious = new HttpsFeedFetcher(address -> true, SSLContexts.createDefault(), Duration.ofSeconds(5));
        assertThat(problem(suspicious, at("/feed.ics"))).isEqualTo("invalid.feed.certificate");
    }

    @Test
    void given_a_server_that_drips_then_it_ends_in_time() {
        HttpsFeedFetcher hasty = new HttpsFeedFetcher(address -> true, tls, Duration.ofSeconds(1));
        long started = System.nanoTime();
        assertThat(problem(hasty, at("/drip"))).isEqualTo("invalid.feed.timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void given_a_file_without_end_then_it_is_refused_and_the_rest_is_not_read() {
        assertThat(problem(ours(), at("/endless"))).isEqualTo("invalid.ical.size");
    }

    private HttpsFeedFetcher ours() {
        return new HttpsFeedFetcher(InetAddress::isLoopbackAddress, tls, Duration.ofSeconds(5));
    }

    private URI at(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    private static String problem(HttpsFeedFetcher fetcher, URI address) {
        return catchThrowableOfType(CalendarProblem.class, () -> fetcher.fetch(address)).code();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        try (exchange; InputStream in = exchange.getRequestBody()) {
            in.readAllBytes();
            switch (path) {
                case "/feed.ics", "/hop/0" -> send(exchange, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
                case "/hop/1", "/hop/2", "/hop/3", "/hop/4" -> redirect(exchange, "/hop/" + (path.charAt(5) - '1'));
                case "/to-http" -> redirect(exchange, "http://localhost/feed.ics");
                case "/to-private" -> redirect(exchange, "https://10.0.0.1/feed.ics");
                case "/drip" -> drip(exchange);
                case "/endless" -> endless(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write('B');
                out.flush();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[64 * 1024];
        for (int i = 0; i < 4096; i++) {
            exchange.getResponseBody().write(block);
        }
    }

    /** A key and its certificate, made by the JDK's own tool. */
    private static SSLContext tls(Path store) throws GeneralSecurityException, IOException, InterruptedException {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "feed",
                "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", "feedfeed").redirectErrorStream(true).start();
        if (keytool.waitFor() != 0) {
            throw new UncheckedIOException(new IOException(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "feedfeed".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "feedfeed".toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("feed", keys.getCertificate("feed"));
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
