package org.switchboard.telephony.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchboard.local.Cache;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.asterisk.AsteriskPackages;

/** The system's own sentences can all be heard, in both languages. */
class SystemWordsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void given_a_word_then_it_is_said_in_both_languages_and_asterisk_has_the_sounds_it_names(SystemWord word) {
        Path sounds = new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).ensure().share().resolve("sounds/en");

        assertThat(word.words("ko")).matches(".*[가-힣].*");
        assertThat(word.recorded("en").isEmpty()).isEqualTo(!word.words("en").isEmpty());
        assertThat(word.recorded("en")).allSatisfy(sound -> assertThat(sounds.resolve(sound + ".wav")).exists());
    }

    @Test
    void given_nothing_spoken_yet_when_made_then_every_word_has_media_and_the_second_time_costs_nothing() throws Exception {
        var words = new SystemWords(folder, new Sounds(folder).converter());
        assertThat(words.media(SystemWord.GOODBYE, "ko")).isEmpty();
        assertThat(words.media(SystemWord.GOODBYE, "en")).containsExactly("sound:vm-goodbye");
        assertThat(words.media(SystemWord.DO_NOT_DISTURB_ON, "en")).hasSize(2);

        assertThat(words.make()).isZero();

        Path spoken = file(words.media(SystemWord.GOODBYE, "ko"));
        assertThat(Sounds.heard(new PromptSound(Files.readAllBytes(spoken))).partWithSound()).isGreaterThan(0.6);
        Object first = Files.getAttribute(spoken, "unix:ino");
        var again = new SystemWords(folder, new SoundConverter(new SoundPrograms("/no/sox", "/no/espeak")));
        assertThat(again.make()).isZero();
        assertThat(Files.getAttribute(spoken, "unix:ino")).isEqualTo(first);
        for (SystemWord word : SystemWord.values()) {
            assertThat(again.media(word, "ko")).as(word.name()).hasSize(1);
            assertThat(again.media(word, "en")).as(word.name()).isNotEmpty();
        }
    }

    @Test
    void given_no_programs_when_made_then_what_cannot_be_spoken_is_left_out() {
        var words = new SystemWords(folder, new SoundConverter(new SoundPrograms("/no/sox", "/no/espeak")));

        assertThat(words.make()).isPositive();

        assertThat(words.media(SystemWord.GOODBYE, "ko")).isEmpty();
        assertThat(words.media(SystemWord.GOODBYE, "en")).isNotEmpty();
    }

    private static Path file(List<String> media) {
        return Path.of(media.getFirst().substring("sound:".length()) + ".wav16");
    }
}
