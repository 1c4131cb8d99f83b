package org.switchboard.local.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what baresip prints: keeps it in a file for people, and picks the SIP messages out of it (its option {@code -s};
 * each begins with a line {@code #} and one with the addresses, in colour, and ends with the colour's end).
 */
final class SipTrace {

    private static final String BEGIN = "\u001b[36;1m#";
    private static final String END = "\u001b[;m";

    private final int ownPort;
    private final int serverPort;
    private final InstantSource clock;
    private final Consumer<SipMessage> onMessage;
    private final List<String> message = new ArrayList<>();
    private boolean inMessage;
    private boolean sent;
    private Instant began;

    /**
     * @param ownPort the phone's SIP port over UDP
     * @param serverPort the port it registers at; over a connection its own port is any
     * @param onMessage told of every SIP message, on the reader's thread
     */
    SipTrace(int ownPort, int serverPort, InstantSource clock, Consumer<SipMessage> onMessage) {
        this.ownPort = ownPort;
        this.serverPort = serverPort;
        this.clock = clock;
        this.onMessage = onMessage;
    }

    /** Reads to the end of the stream, which is the end of the phone. */
    void read(InputStream output, Path copy) {
        try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                Writer log = Files.newBufferedWriter(copy)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.write('\n');
                log.flush();
                take(line);
            }
        } catch (IOException ended) {
            // The phone was killed while it printed: what it said until then is all there is.
            inMessage = false;
        }
    }

    private void take(String line) {
        if (line.endsWith(BEGIN)) {
            inMessage = true;
            began = clock.instant();
            message.clear();
        } else if (inMessage && line.startsWith(END)) {
            inMessage = false;
            if (message.size() > 1) {
                onMessage.accept(new SipMessage(began, sent, String.join("\n", message.subList(1, message.size()))));
            }
        } else if (inMessage) {
            if (message.isEmpty()) {
                sent = isFromUs(line);
            }
            message.add(line);
        }
    }

    /** The line reads {@code UDP 127.0.0.1:5062 -> 127.0.0.1:5060}; a connection's own port is any but the server's. */
    private boolean isFromUs(String addresses) {
        String[] words = addresses.split(" ");
        if (words.length < 4) {
            return false;
        }
        if (words[0].equals("UDP")) {
            return words[1].endsWith(":" + ownPort);
        }
        return words[3].endsWith(":" + serverPort);
    }
}
