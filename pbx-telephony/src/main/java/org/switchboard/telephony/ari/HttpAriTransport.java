package org.switchboard.telephony.ari;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests over HTTP/1.1 with kept connections, sent and awaited by the asking thread itself: two requests a call are what the
 * engine costs most, and handing each to other threads cost more than the rest of the call.
 *
 * <p>Asterisk closes a kept connection that idles ({@code session_keep_alive}), possibly just as a request goes out on it. Every
 * operation of {@link AriClient} may be done twice without harm, so a request without a reply is sent once more.
 */
public final class HttpAriTransport implements AriTransport, AutoCloseable {

    /** A connection that idled for longer is tried before it is used: Asterisk may have closed it. */
    private static final TimeValue TRIED_AFTER = TimeValue.ofSeconds(1);

    private final HttpHost asterisk;
    private final String authorization;
    private final CloseableHttpClient http;

    /**
     * Makes a transport; nothing is sent yet.
     *
     * @param config where Asterisk is
     */
    public HttpAriTransport(AriConfig config) {
        this.asterisk = HttpHost.create(config.url());
        this.authorization = BasicAuthorization.of(config.user(), config.password());
        var replyTime = Timeout.of(config.replyTime());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(config.parallel())
                .setMaxConnPerRoute(config.parallel())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTime()))
                        .setSocketTimeout(replyTime)
                        .setValidateAfterInactivity(TRIED_AFTER)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(replyTime)
                        .setResponseTimeout(replyTime)
                        .build())
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    @Override
    public AriResponse send(AriRequest request) {
        try {
            try {
                return exchange(request);
            } catch (InterruptedIOException e) {
                // Too slow, or this thread is to end: asking again would take as long.
                throw e;
            } catch (IOException _) {
                return exchange(request);
            }
        } catch (IOException e) {
            throw new AriException(request.method() + " " + request.path() + " got no reply", e);
        }
    }

    private AriResponse exchange(AriRequest request) throws IOException {
        return http.execute(asterisk, message(request), HttpAriTransport::response);
    }

    private BasicClassicHttpRequest message(AriRequest request) {
        var query = request.query().entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        var path = "/ari" + request.path() + (query.isEmpty() ? "" : "?" + query);
        var message = new BasicClassicHttpRequest(request.method(), asterisk, path);
        message.addHeader("Authorization", authorization);
        if (!request.body().isEmpty()) {
            message.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        return message;
    }

    private static AriResponse response(ClassicHttpResponse reply) throws IOException, ParseException {
        var body = reply.getEntity() == null ? "" : EntityUtils.toString(reply.getEntity(), StandardCharsets.UTF_8);
        return new AriResponse(reply.getCode(), body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ends the kept connections; requests under way may fail. */
    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
