package org.switchboard.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.local.Layout;

class DaemonTest {

    @TempDir
    private Path folder;

    private Layout layout;

    @BeforeEach
    void makeLayout() {
        layout = new Layout(folder).create();
    }

    @Test
    void given_a_started_process_when_looked_for_by_another_then_it_is_found_and_stopped() {
        var started = new Daemon("sleeper", layout).start(List.of("sleep", "60"), Map.of(), folder);

        var found = new Daemon("sleeper", layout);

        assertThat(found.running()).contains(started);
        assertThat(found.stop("TERM", Duration.ofSeconds(5))).isTrue();
        assertThat(started.alive()).isFalse();
        assertThat(found.running()).isEmpty();
    }

    @Test
    void given_a_process_that_ignores_the_polite_signal_when_stopped_then_it_is_ended_firmly() {
        var daemon = new Daemon("stubborn", layout);
        var started = daemon.start(List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"),
                Map.of(), folder);
        assertThat(Await.until(Duration.ofSeconds(5), () -> daemon.lastWords().contains("ready"))).isTrue();

        daemon.stop("TERM", Duration.ofMillis(200));

        assertThat(started.alive()).isFalse();
    }

    @Test
    void given_a_pid_file_whose_pid_is_now_another_process_when_stopped_then_that_one_lives() throws Exception {
        var bystander = new ProcessBuilder("sleep", "60").start();
        try {
            var real = ProcessIdentity.of(bystander.pid()).orElseThrow();
            var stale = new ProcessIdentity(real.pid(), real.startTicks() - 100, real.bootId());
            Files.writeString(layout.run().resolve("portal.pid"), stale.toLine());

            assertThat(new Daemon("portal", layout).stop("TERM", Duration.ofSeconds(1))).isFalse();

            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void given_a_process_that_ends_at_once_then_it_is_not_running_and_its_last_words_are_kept() {
        var daemon = new Daemon("brief", layout);
        daemon.start(List.of("sh", "-c", "echo no such luck; exit 3"), Map.of(), folder);

        assertThat(Await.until(Duration.ofSeconds(5), () -> daemon.running().isEmpty())).isTrue();
        assertThat(daemon.lastWords()).contains("no such luck");
    }
}
