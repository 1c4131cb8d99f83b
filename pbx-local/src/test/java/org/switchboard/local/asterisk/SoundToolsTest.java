package org.switchboard.local.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.local.Cache;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.process.Shell;

class SoundToolsTest {

    private static AsteriskTree tree;

    @TempDir
    private Path folder;

    @BeforeAll
    static void bringTheTree() {
        tree = new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).ensure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav", "mp3", "ogg", "flac"})
    void given_a_kind_of_file_when_converted_then_sox_writes_it_and_reads_it_again(String kind) {
        Path file = folder.resolve("tone." + kind);
        var made = Shell.run(List.of(tree.sox().toString(), "-n", "-r", "44100", file.toString(), "synth", "2", "sine", "440"));
        Path back = folder.resolve("back.wav");
        var read = Shell.run(List.of(tree.sox().toString(), file.toString(), "-r", "16000", back.toString()));

        assertThat(made.ok()).as(made.output()).isTrue();
        assertThat(read.ok()).as(read.output()).isTrue();
        assertThat(back).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({"ko, 안녕하세요", "en, Good morning"})
    void given_words_when_spoken_then_there_is_sound(String voice, String words) throws IOException {
        Path file = folder.resolve("spoken.wav");
        Path text = Files.writeString(folder.resolve("words"), words, StandardCharsets.UTF_8);
        var spoken = Shell.run(List.of(tree.espeak().toString(), "-v", voice, "-f", text.toString(), "-w", file.toString()));
        assertThat(spoken.ok()).as(spoken.output()).isTrue();

        var stat = Shell.run(List.of(tree.sox().toString(), file.toString(), "-n", "stat"));
        assertThat(figure(stat.output(), "Length (seconds):")).isGreaterThan(0.5);
        assertThat(figure(stat.output(), "RMS     amplitude:")).isGreaterThan(0.02);
    }

    @Test
    void given_the_scripts_when_the_machines_own_libraries_are_hidden_then_they_still_run() {
        var version = Shell.run(List.of("env", "-i", "PATH=/usr/bin:/bin", tree.sox().toString(), "--version"));
        assertThat(version.output()).contains("SoX");
    }

    private static double figure(String output, String label) {
        return output.lines().filter(line -> line.startsWith(label)).map(line -> line.substring(label.length()).strip())
                .mapToDouble(Double::parseDouble).findFirst().orElseThrow();
    }
}
