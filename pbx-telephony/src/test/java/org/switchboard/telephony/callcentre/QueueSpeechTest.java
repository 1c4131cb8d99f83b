package org.switchboard.telephony.callcentre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.prompt.SystemWord;

class QueueSpeechTest {

    private static final Sounds WORDS = new Sounds() {
        @Override
        public String prompt(UUID promptId) {
            return "sound:" + promptId;
        }

        @Override
        public List<String> words(SystemWord word, String language) {
            return List.of(word.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void refreshAll() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refresh(Set<UUID> tenantIds) {
            throw new UnsupportedOperationException();
        }
    };

    private final QueueSpeech korean = new QueueSpeech(WORDS, "ko");
    private final QueueSpeech english = new QueueSpeech(WORDS, "en");

    @Test
    void given_the_first_place_then_no_number_is_said() {
        assertThat(english.place(1)).containsExactly("queue_next");
        assertThat(korean.place(1)).containsExactly("queue_next");
    }

    @Test
    void given_a_place_when_it_is_said_in_korean_then_a_leading_one_is_left_out() {
        assertThat(korean.place(2)).containsExactly("queue_place_before", "digit_2", "queue_place_after");
        assertThat(korean.place(10)).containsExactly("queue_place_before", "ten", "queue_place_after");
        assertThat(korean.place(23)).containsExactly("queue_place_before", "digit_2", "ten", "digit_3", "queue_place_after");
        assertThat(korean.place(115)).containsExactly("queue_place_before", "hundred", "ten", "digit_5", "queue_place_after");
        assertThat(korean.place(5000)).containsExactly("queue_place_before", "digit_9", "hundred", "digit_9", "ten", "digit_9", "queue_place_after");
    }

    @Test
    void given_minutes_then_they_are_said_with_the_right_word() {
        assertThat(english.minutes(0)).containsExactly("queue_wait_before", "sound:digits/1", "queue_wait_minute");
        assertThat(english.minutes(21)).containsExactly("queue_wait_before", "sound:digits/20", "sound:digits/1", "queue_wait_minutes");
        assertThat(korean.minutes(15)).containsExactly("queue_wait_before", "ten", "digit_5", "queue_wait_minutes");
    }

    @Test
    void given_a_word_that_cannot_be_said_then_the_sentence_is_left_out() {
        var mute = new QueueSpeech(new Sounds() {
            @Override
            public String prompt(UUID promptId) {
                return WORDS.prompt(promptId);
            }

            @Override
            public List<String> words(SystemWord word, String language) {
                return word == SystemWord.QUEUE_PLACE_AFTER ? List.of() : WORDS.words(word, language);
            }

            @Override
            public void refreshAll() {
                WORDS.refreshAll();
            }

            @Override
            public void refresh(Set<UUID> tenantIds) {
                WORDS.refresh(tenantIds);
            }
        }, "en");
        assertThat(mute.place(3)).isEmpty();
    }

    @Test
    void given_no_talk_yet_then_no_wait_is_made_up() {
        var estimate = new WaitEstimate();
        var queue = UUID.randomUUID();
        assertThat(estimate.minutes(queue, 3, 2)).isEmpty();
        estimate.learn(queue, Duration.ofMinutes(4));
        assertThat(estimate.minutes(queue, 3, 2)).hasValue(6);
        assertThat(estimate.minutes(queue, 3, 0)).isEmpty();
    }

    @Test
    void given_what_a_channel_carries_then_it_counts_for_its_own_stay_alone() {
        var since = Instant.parse("2026-11-23T10:00:00.123456Z");
        var place = new KeptPlace(7, 3, since.toEpochMilli());
        assertThat(KeptPlace.of(place.toString(), since)).contains(place);
        assertThat(KeptPlace.of(place.toString(), since.plusSeconds(1))).isEmpty();
        assertThat(KeptPlace.of("", since)).isEmpty();
        assertThat(KeptPlace.of("9999_0_0", since)).isEmpty();
        var mark = new Mark("pbx-1.5.1795430452697", UUID.fromString("773b77f7-3b3d-4a92-a8fe-b598e3fd7842"));
        assertThat(Mark.parse(mark.toString())).contains(mark);
        assertThat(Mark.parse("something else")).isEmpty();
    }
}
