package org.switchboard.telephony.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.switchboard.telephony.prompt.SoundRefused.Reason;

/** What people send becomes what Asterisk plays, with the real programs; what is no sound is refused with its reason. */
class SoundConverterTest {

    @TempDir
    private Path folder;

    private Sounds sounds;
    private SoundConverter converter;

    @BeforeEach
    void open() {
        sounds = new Sounds(folder);
        converter = sounds.converter();
    }

    @ParameterizedTest
    @CsvSource({"tone8.wav, 8000, 1, 0.9", "tone44.wav, 44100, 2, 0.05", "tone48.wav, 48000, 2, 0.3", "tone.mp3, 44100, 2, 0.5",
            "tone.ogg, 48000, 1, 0.1", "tone.flac, 44100, 1, 0.7", "wav-inside.mp3, 44100, 2, 0.5"})
    void given_a_tone_in_any_kind_of_file_when_converted_then_the_same_tone_at_the_same_level(String name, int rate, int channels, double volume)
            throws Exception {
        Path file = sounds.tone(name.startsWith("wav-inside") ? "really.wav" : name, rate, channels, 440, volume);
        if (name.startsWith("wav-inside")) {
            file = Files.move(file, folder.resolve(name));
        }

        PromptSound prompt = converter.convert(new FileSystemResource(file));

        assertThat(Sounds.heard(prompt).partWithTone(440)).isGreaterThan(0.85);
        assertThat(Loudness.of(prompt)).isCloseTo(Loudness.WANTED, within(0.3));
        assertThat(prompt.length().toMillis()).isBetween(2_000L, 2_300L);
    }

    @Test
    void given_silence_around_a_tone_when_converted_then_only_the_tone_is_left() throws Exception {
        Path file = sounds.make("padded.wav", 44_100, 1, "synth", "1", "sine", "600", "vol", "0.4", "pad", "3", "4");

        PromptSound prompt = converter.convert(new FileSystemResource(file));

        assertThat(prompt.length().toMillis()).isBetween(1_000L, 1_300L);
    }

    @Test
    void given_speech_and_a_tone_when_converted_then_both_are_as_loud() throws Exception {
        PromptSound speech = converter.speak("Good morning. You have reached the office. Please press one for sales.", "en");
        PromptSound tone = converter.convert(new FileSystemResource(sounds.tone("t.wav", 8000, 1, 440, 0.1)));

        assertThat(Loudness.of(speech)).isCloseTo(Loudness.of(tone), within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"ko, 안녕하세요", "en, Good morning"})
    void given_words_when_spoken_then_they_can_be_heard(String language, String words) throws Exception {
        PromptSound prompt = converter.speak(words, language);

        assertThat(prompt.length().toMillis()).isGreaterThan(500);
        assertThat(Sounds.heard(prompt).partWithSound()).isGreaterThan(0.6);
    }

    @Test
    void given_different_words_when_spoken_in_korean_then_they_differ() throws Exception {
        assertThat(converter.speak("안녕하세요. 지금은 업무 시간이 아닙니다.", "ko").length())
                .isGreaterThan(converter.speak("안녕하세요", "ko").length().plusMillis(500));
    }

    @Test
    void given_words_that_are_commands_elsewhere_when_spoken_then_they_are_only_words() throws Exception {
        Path mark = folder.resolve("mark");

        converter.speak("-w " + mark + "; touch " + mark + " $(touch " + mark + ") `touch " + mark + "` | touch " + mark, "en");

        assertThat(mark).doesNotExist();
    }

    @Test
    void given_words_without_a_sound_when_spoken_then_refused() {
        assertThatThrownBy(() -> converter.speak("...", "en")).isInstanceOfSatisfying(SoundRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.SILENT));
    }

    @Test
    void given_files_that_are_no_sound_when_converted_then_each_is_refused_with_its_reason() throws Exception {
        refused(sounds.bytes("empty.wav", new byte[0]), Reason.EMPTY);
        refused(sounds.bytes("zip.wav", zip()), Reason.KIND);
        refused(sounds.bytes("page.mp3", "<!doctype html><title>x</title>".getBytes(StandardCharsets.UTF_8)), Reason.KIND);
        refused(sounds.bytes("list.m3u", "#EXTM3U\n/etc/passwd\n".getBytes(StandardCharsets.UTF_8)), Reason.KIND);
        byte[] wav = Files.readAllBytes(sounds.tone("good.wav", 44_100, 1, 440, 0.5));
        refused(sounds.bytes("cut.wav", Arrays.copyOf(wav, 20)), Reason.CORRUPT);
        byte[] ogg = Files.readAllBytes(sounds.tone("good.ogg", 44_100, 1, 440, 0.5));
        new Random(1).ints(2000, 40, ogg.length).forEach(at -> ogg[at] ^= 0x5a);
        refused(sounds.bytes("corrupt.ogg", ogg), Reason.CORRUPT, Reason.SILENT, Reason.KIND);
        byte[] noise = new byte[5000];
        new Random(2).nextBytes(noise);
        System.arraycopy("fLaC".getBytes(StandardCharsets.UTF_8), 0, noise, 0, 4);
        refused(sounds.bytes("noise.flac", noise), Reason.CORRUPT);
        refused(sounds.make("silent.wav", 8000, 1, "trim", "0", "3"), Reason.SILENT);
    }

    @Test
    void given_too_much_when_converted_then_refused_before_it_costs_much() throws Exception {
        refused(sounds.make("long.flac", 8000, 1, "synth", "603", "sine", "440"), Reason.TOO_LONG);
        // An hour of a quiet tone in a few megabytes.
        refused(sounds.make("hours.mp3", 8000, 1, "synth", "3600", "sine", "440", "vol", "0.01"), Reason.TOO_LONG);
        byte[] large = new byte[SoundConverter.MOST_BYTES + 1];
        System.arraycopy("RIFF0000WAVE".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 12);
        refused(sounds.bytes("large.wav", large), Reason.TOO_LARGE);
    }

    @Test
    void given_a_program_that_is_not_there_when_converted_then_its_name_is_told() throws Exception {
        Path file = sounds.tone("t.wav", 8000, 1, 440, 0.1);
        var missing = new SoundConverter(new SoundPrograms(folder.resolve("no-such-sox").toString(), "no-such-espeak"));

        assertThatThrownBy(() -> missing.convert(new FileSystemResource(file))).isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-sox");
    }

    @Test
    void given_a_program_that_does_not_end_when_converted_then_it_is_ended_and_nothing_is_left() throws Exception {
        Path file = sounds.tone("t.wav", 8000, 1, 440, 0.1);
        Path pid = folder.resolve("pid");
        Path endless = sounds.bytes("endless", ("#!/bin/sh\necho $$ > " + pid + "\nexec sleep 300\n").getBytes(StandardCharsets.UTF_8));
        assertThat(endless.toFile().setExecutable(true)).isTrue();
        var impatient = new SoundConverter(new SoundPrograms(endless.toString(), "no-such-espeak"), Duration.ofSeconds(1));

        assertThatThrownBy(() -> impatient.convert(new FileSystemResource(file))).isInstanceOfSatisfying(SoundRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.BUSY));

        long id = Long.parseLong(Files.readString(pid).strip());
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> ProcessHandle.of(id).isEmpty());
    }

    private void refused(Path file, Reason... reasons) {
        assertThatThrownBy(() -> converter.convert(new FileSystemResource(file))).as(file.toString())
                .isInstanceOfSatisfying(SoundRefused.class, refused -> assertThat(refused.reason()).as(refused.getMessage()).isIn((Object[]) reasons));
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.wav"));
            zip.write(new byte[100]);
        }
        return bytes.toByteArray();
    }
}
