package org.switchboard.local.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes baresip's configuration: everything on loopback, no sound card, what is heard goes to files. */
final class BaresipFiles {

    private static final List<Path> MODULE_FOLDERS = List.of(Path.of("/usr/lib/baresip/modules"),
            Path.of("/usr/local/lib/baresip/modules"));

    private BaresipFiles() {
    }

    static void write(Path home, PhoneSettings settings, int port) throws IOException {
        Files.createDirectories(home);
        Path modules = Stream.concat(MODULE_FOLDERS.stream(), multiarch())
                .filter(Files::isDirectory).findFirst().orElse(MODULE_FOLDERS.getFirst());
        // No jitter buffer: packets come in order on loopback, and the one of baresip 1.0 stays deaf after a pause.
        Files.writeString(home.resolve("config"), """
                poll_method epoll
                sip_listen 127.0.0.1:%d
                net_interface 127.0.0.1
                call_local_timeout 120
                call_max_calls %d
                audio_source ausine,%d
                audio_player nil,nil
                audio_alert nil,nil
                ausrc_srate 48000
                ausrc_channels 2
                audio_buffer 20-160
                rtp_ports 22000-23999
                jitter_buffer_delay 0-0
                snd_path .
                ctrl_tcp_listen 127.0.0.1:%d
                module_path %s
                module g711.so
                module g722.so
                module opus.so
                module sndfile.so
                module ausine.so
                module srtp.so
                module_tmp account.so
                module_app ctrl_tcp.so
                module_app menu.so
                """.formatted(port, settings.maxCalls(), settings.toneHz(), port + 2, modules));
        // With an accounts file the phone would register before anybody listens to it.
        Files.writeString(home.resolve("accounts"), "# none: added when the phone registers\n");
        Files.writeString(home.resolve("contacts"), "");
    }

    /** The account as baresip writes it: a name-addr with parameters. */
    static String account(PhoneSettings settings) {
        var account = settings.account();
        return "<sip:" + account.username() + "@" + account.host() + ":" + account.port()
                + ";transport=" + settings.transport().uriValue() + ">"
                + ";auth_user=" + account.username() + ";auth_pass=" + account.password() + ";regint=300"
                + (settings.secureMedia() ? ";mediaenc=srtp-mand" : "")
                + ";audio_codecs=" + settings.codecs().stream().map(Codec::baresipName).collect(Collectors.joining(","));
    }

    private static Stream<Path> multiarch() throws IOException {
        try (var folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("baresip/modules")).toList().stream();
        }
    }
}
