package org.switchboard.telephony.callcentre;

import java.util.ArrayList;
import java.util.List;
import org.switchboard.telephony.call.Media;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.prompt.SystemWord;

/**
 * What waiting callers are told, in the company's language.
 *
 * @param sounds   where words are played from
 * @param language {@code en} or {@code ko}
 */
record QueueSpeech(Sounds sounds, String language) {

    /** Nobody who hears a larger number than this waits on for the number. */
    private static final int LARGEST = 999;
    private static final int LONGEST_MINUTES = 120;

    List<String> place(int position) {
        return position == 1 ? words(SystemWord.QUEUE_NEXT) : saying(SystemWord.QUEUE_PLACE_BEFORE, Math.min(position, LARGEST), SystemWord.QUEUE_PLACE_AFTER);
    }

    List<String> minutes(int minutes) {
        var said = Math.clamp(minutes, 1, LONGEST_MINUTES);
        return saying(SystemWord.QUEUE_WAIT_BEFORE, said, said == 1 ? SystemWord.QUEUE_WAIT_MINUTE : SystemWord.QUEUE_WAIT_MINUTES);
    }

    /** A sentence of which a part cannot be said is not said at all. */
    private List<String> saying(SystemWord before, int number, SystemWord after) {
        var parts = List.of(words(before), number(number), words(after));
        return parts.stream().anyMatch(List::isEmpty) ? List.of() : parts.stream().flatMap(List::stream).toList();
    }

    private List<String> number(int number) {
        return language.equals("ko") ? korean(number) : Media.number(number);
    }

    /** As it is read in Korean: digit, hundred, digit, ten, digit; a leading one is not said. */
    private List<String> korean(int number) {
        var media = new ArrayList<String>();
        part(number / 100, SystemWord.HUNDRED, media);
        part(number / 10 % 10, SystemWord.TEN, media);
        if (number % 10 > 0) {
            media.addAll(digit(number % 10));
        }
        return media;
    }

    private void part(int digit, SystemWord unit, List<String> media) {
        if (digit > 1) {
            media.addAll(digit(digit));
        }
        if (digit > 0) {
            media.addAll(words(unit));
        }
    }

    private List<String> digit(int digit) {
        return words(SystemWord.ofDigit((char) ('0' + digit)));
    }

    List<String> words(SystemWord word) {
        return sounds.words(word, language);
    }
}
