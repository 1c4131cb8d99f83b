package org.switchboard.local.phone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One side's sound of a call, as RTP with A-law (RFC 3551): sends a tone and keeps what it hears. */
public final class ProviderSound implements AutoCloseable {

    /** What the provider's callers and callees sing. */
    public static final int TONE = 620;

    private static final int RATE = 8_000;
    private static final int FRAME = 160;
    private static final int HEADER = 12;
    private static final int A_LAW = 8;
    private static final int DTMF = 101;
    private static final byte[] SUNG = tone();

    private final DatagramSocket socket;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("provider-sound").daemon().factory());
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread ear = Thread.ofPlatform().name("provider-ear").daemon().unstarted(this::listen);
    private volatile InetSocketAddress other;
    private volatile String digits = "";
    private int sequence;
    private long sample;
    private int digitFrame;

    private ProviderSound(DatagramSocket socket) {
        this.socket = socket;
    }

    static ProviderSound open(String address) {
        try {
            var sound = new ProviderSound(new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0)));
            sound.ear.start();
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An offer or answer: A-law and telephone events (RFC 4733). */
    String sdp() {
        String address = socket.getLocalAddress().getHostAddress();
        return "v=0\r\no=- 1 1 IN IP4 " + address + "\r\ns=-\r\nc=IN IP4 " + address + "\r\nt=0 0\r\nm=audio " + socket.getLocalPort()
                + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-16\r\na=ptime:20\r\na=sendrecv\r\n";
    }

    void to(int port) {
        other = new InetSocketAddress("127.0.0.1", port);
    }

    void start() {
        sender.scheduleAtFixedRate(this::sing, 0, 20, TimeUnit.MILLISECONDS);
    }

    /**
     * Types keys, one after the other, 100 ms each with a pause of 100 ms, as RFC 4733 has it. Returns at once.
     *
     * @param keys digits, {@code *} and {@code #}
     */
    public void type(String keys) {
        digits += keys;
    }

    /**
     * Types keys as no finger can: without pauses, each held for 40 ms by its own account, a new one every few milliseconds as
     * fast as the network takes them. Nothing is waited for.
     *
     * @param keys    digits, {@code *} and {@code #}
     * @param spacing from one key to the next, a millisecond or more
     */
    public void flood(String keys, Duration spacing) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            sender.schedule(() -> burst(key), i * spacing.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** All that was heard since the call began. */
    public synchronized Sound heard() {
        byte[] bytes = heard.toByteArray();
        var samples = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            samples[i] = decoded(bytes[i]);
        }
        return new Sound(samples, RATE);
    }

    private void listen() {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2_048);
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            if (packet.getLength() > HEADER && (packet.getData()[1] & 0x7f) == A_LAW) {
                synchronized (this) {
                    heard.write(packet.getData(), HEADER, packet.getLength() - HEADER);
                }
            }
        }
    }

    /** One key, from its first packet to the three that say that it was let go. */
    private void burst(char key) {
        byte event = (byte) "0123456789*#".indexOf(key);
        for (int packet = 0; packet < 4; packet++) {
            ByteBuffer bytes = header(HEADER + 4, DTMF, sample);
            if (packet == 0) {
                bytes.put(1, (byte) (DTMF | 0x80));
            }
            send(bytes.put(event).put((byte) (packet == 0 ? 0x0a : 0x8a)).putShort((short) (2 * FRAME)));
            sequence++;
        }
        sample += FRAME;
    }

    /** Every 20 ms: a frame of the tone, or of a key being held. */
    private void sing() {
        if (other == null || socket.isClosed()) {
            return;
        }
        boolean key = !digits.isEmpty() && digitFrame < 8;
        ByteBuffer packet = key ? keyFrame() : toneFrame();
        sequence++;
        sample += FRAME;
        if (!digits.isEmpty() && ++digitFrame == 13) {
            digitFrame = 0;
            digits = digits.substring(1);
        }
        send(packet);
    }

    private void send(ByteBuffer packet) {
        try {
            socket.send(new DatagramPacket(packet.array(), packet.capacity(), other));
        } catch (IOException closed) {
            sender.shutdown();
        }
    }

    private ByteBuffer toneFrame() {
        ByteBuffer packet = header(HEADER + FRAME, A_LAW, sample);
        for (int i = 0; i < FRAME; i++) {
            packet.put(SUNG[(int) ((sample + i) % SUNG.length)]);
        }
        return packet;
    }

    /** The last three of eight frames say that the key was let go. */
    private ByteBuffer keyFrame() {
        int event = "0123456789*#".indexOf(digits.charAt(0));
        ByteBuffer packet = header(HEADER + 4, DTMF, sample - (long) digitFrame * FRAME);
        if (digitFrame == 0) {
            packet.put(1, (byte) (DTMF | 0x80));
        }
        return packet.put((byte) event).put((byte) (digitFrame >= 5 ? 0x8a : 0x0a)).putShort((short) (FRAME * Math.min(digitFrame + 1, 6)));
    }

    private ByteBuffer header(int length, int type, long timestamp) {
        return ByteBuffer.allocate(length).put((byte) 0x80).put((byte) type).putShort((short) sequence).putInt((int) timestamp).putInt(0x5357);
    }

    /** One second's fraction after which the tone repeats: 400 samples hold 31 of its waves. */
    private static byte[] tone() {
        var tone = new byte[400];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = encoded((float) (0.4 * Math.sin(2 * Math.PI * TONE * i / RATE)));
        }
        return tone;
    }

    /** The code whose value is nearest. */
    private static byte encoded(float value) {
        int best = 0;
        for (int code = 1; code < 256; code++) {
            if (Math.abs(decoded((byte) code) - value) < Math.abs(decoded((byte) best) - value)) {
                best = code;
            }
        }
        return (byte) best;
    }

    /** ITU-T G.711, A-law. */
    private static float decoded(byte code) {
        int value = code ^ 0x55;
        int exponent = value >> 4 & 7;
        int mantissa = (value & 0x0f) << 4 | 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa | 0x100) << exponent - 1;
        return (value & 0x80) != 0 ? magnitude / 32_768f : -magnitude / 32_768f;
    }

    @Override
    public void close() {
        sender.shutdownNow();
        socket.close();
    }
}
