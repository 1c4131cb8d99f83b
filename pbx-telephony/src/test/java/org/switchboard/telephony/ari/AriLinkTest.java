package org.switchboard.telephony.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Reading events off the socket. */
class AriLinkTest {

    private final AriLink link = new AriLink();
    private final Socket socket = new Socket();

    @Test
    void given_an_event_in_pieces_when_the_last_one_comes_then_it_is_one_event() throws InterruptedException {
        link.opened(socket);
        link.onText(socket, "{\"type\":\"ChannelDestroyed\",\"cause\":16,\"cause_txt\":\"Nor", false);
        link.onText(socket, "mal\",\"channel\":{\"id\":\"1.1\"},\"timestamp\":\"2026-11-23T04:12:49.641+0000\"}", true);
        assertThat(link.next()).isInstanceOfSatisfying(AriEvent.ChannelDestroyed.class, event -> {
            assertThat(event.causeTxt()).isEqualTo("Normal");
            assertThat(event.channel().id()).isEqualTo("1.1");
        });
    }

    @Test
    void given_an_event_of_a_newer_asterisk_then_it_is_unknown_and_the_next_is_read() throws InterruptedException {
        link.opened(socket);
        link.onText(socket, "{\"type\":\"ChannelTeleported\",\"to\":\"Mars\"}", true);
        link.onText(socket, "not json at all", true);
        link.onText(socket, "{\"type\":\"StasisStart\",\"args\":[\"new\"],\"channel\":{\"id\":\"1.2\",\"more\":1}}", true);
        assertThat(link.next()).isEqualTo(new AriEvent.Unknown(null, "ChannelTeleported"));
        assertThat(link.next()).isInstanceOfSatisfying(AriEvent.StasisStart.class,
                event -> assertThat(event.args()).containsExactly("new"));
    }

    @Test
    void given_more_events_than_can_be_kept_then_the_link_is_given_up_rather_than_events_left_out() {
        link.opened(socket);
        for (var i = 0; i < 20_001; i++) {
            link.onText(socket, "{\"type\":\"Dial\"}", true);
        }
        assertThat(link.lost()).contains("faster");
        assertThat(socket.aborted).isTrue();
    }

    @Test
    void given_a_closing_asterisk_then_the_link_says_why_it_is_lost() {
        link.opened(socket);
        link.onClose(socket, 1001, "going away");
        assertThat(link.lost()).contains("1001");
    }

    /** A socket that only remembers whether it was aborted. */
    private static final class Socket implements WebSocket {

        private boolean aborted;

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            return CompletableFuture.completedFuture(this);
        }

        @Override
        public void request(long n) {
            assertThat(n).isPositive();
        }

        @Override
        public String getSubprotocol() {
            return "";
        }

        @Override
        public boolean isOutputClosed() {
            return aborted;
        }

        @Override
        public boolean isInputClosed() {
            return aborted;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
