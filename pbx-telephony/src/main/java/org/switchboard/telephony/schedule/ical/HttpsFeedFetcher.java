package org.switchboard.telephony.schedule.ical;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches over https from the public internet only. The name is resolved once for each request, by us, and the connection goes to
 * an address that was looked at; what the name means a moment later does not matter. Redirects are followed as new requests.
 */
public final class HttpsFeedFetcher implements FeedFetcher {

    private static final int MAX_REDIRECTS = 3;
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Predicate<InetAddress> allowed;
    private final SSLContext trust;
    private final Duration time;

    /** Fetches with the certificates that Java trusts. */
    public HttpsFeedFetcher() {
        this(PublicAddresses::isPublic, SSLContexts.createSystemDefault(), TIME);
    }

    HttpsFeedFetcher(Predicate<InetAddress> allowed, SSLContext trust, Duration time) {
        this.allowed = allowed;
        this.trust = trust;
        this.time = time;
    }

    @Override
    public byte[] fetch(URI address) throws CalendarProblem {
        AtomicReference<HttpGet> current = new AtomicReference<>();
        FutureTask<byte[]> work = new FutureTask<>(() -> follow(address, current));
        Thread.ofVirtual().name("feed").start(work);
        try {
            // The client's own time-outs begin anew with each byte; this one does not.
            return work.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw stopped(work, current, new CalendarProblem("invalid.feed.timeout"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw stopped(work, current, new CalendarProblem("invalid.feed.unreachable"));
        } catch (ExecutionException failed) {
            throw problem(failed.getCause());
        }
    }

    private static CalendarProblem stopped(FutureTask<byte[]> work, AtomicReference<HttpGet> current, CalendarProblem why) {
        work.cancel(true);
        HttpGet request = current.get();
        if (request != null) {
            request.cancel();
        }
        return why;
    }

    private static CalendarProblem problem(Throwable cause) {
        return switch (cause) {
            case CalendarProblem known -> known;
            case Refused answer -> answer.problem;
            case PublicAddresses.ForbiddenAddress forbidden -> new CalendarProblem("invalid.feed.address");
            case UnknownHostException unknown -> new CalendarProblem("invalid.feed.host");
            case SSLException untrusted -> new CalendarProblem("invalid.feed.certificate");
            case SocketTimeoutException slow -> new CalendarProblem("invalid.feed.timeout");
            case InterruptedIOException slow -> new CalendarProblem("invalid.feed.timeout");
            case IOException broken -> new CalendarProblem("invalid.feed.unreachable");
            default -> throw new IllegalStateException(cause);
        };
    }

    private byte[] follow(URI address, AtomicReference<HttpGet> current) throws IOException, CalendarProblem {
        try (CloseableHttpClient http = client()) {
            URI next = address;
            for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
                if (!"https".equalsIgnoreCase(next.getScheme()) || next.getHost() == null || next.getUserInfo() != null) {
                    throw new CalendarProblem("invalid.feed.redirect");
                }
                HttpGet request = new HttpGet(next);
                request.setHeader("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1");
                current.set(request);
                Answer answer = http.execute(request, HttpsFeedFetcher::answer);
                if (answer.body() != null) {
                    return answer.body();
                }
                next = target(next, answer.location());
            }
            throw new CalendarProblem("invalid.feed.redirect");
        }
    }

    private static URI target(URI from, String location) throws CalendarProblem {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException noAddress) {
            throw new CalendarProblem("invalid.feed.redirect");
        }
    }

    /** What came: a file, or where to look instead. */
    private record Answer(byte[] body, String location) {
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        Header location = response.getFirstHeader("Location");
        if (response.getCode() / 100 == 3 && location != null) {
            return new Answer(null, location.getValue());
        }
        if (response.getCode() != 200 || response.getEntity() == null) {
            throw new Refused("invalid.feed.status", Integer.toString(response.getCode()));
        }
        // One byte more than is allowed tells that there is more; leaving by an exception keeps the client from reading the rest.
        byte[] body = response.getEntity().getContent().readNBytes(CalendarReader.MAX_BYTES + 1);
        if (body.length > CalendarReader.MAX_BYTES) {
            throw new Refused("invalid.ical.size");
        }
        return new Answer(body, null);
    }

    private CloseableHttpClient client() {
        Timeout timeout = Timeout.of(time);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Resolver(allowed))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust, HttpsSupport.getDefaultHostnameVerifier()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
                .setUserAgent("Switchboard")
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .build();
    }

    /** An answer that is not taken; an {@link IOException} because the client lets nothing else through. */
    private static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final CalendarProblem problem;

        Refused(String code, String... args) {
            super(code);
            this.problem = new CalendarProblem(code, args);
        }
    }

    /** Resolves names to addresses that may be reached. */
    private record Resolver(Predicate<InetAddress> allowed) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return PublicAddresses.resolve(host, allowed);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
