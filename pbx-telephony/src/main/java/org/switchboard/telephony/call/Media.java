package org.switchboard.telephony.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Names of sounds as Asterisk plays them. Numbers are put together from single words here: what Asterisk puts together itself
 * ({@code digits:}, {@code number:}, {@code characters:}) it cannot stop when a key is pressed.
 */
public final class Media {

    private Media() {
    }

    /**
     * A sound file.
     *
     * @param path its path without ending, absolute or below Asterisk's sounds
     * @return the medium
     * @throws IllegalArgumentException when the path is none of ours
     */
    public static String sound(String path) {
        if (path.isEmpty() || !RingPlan.PROMPT.matcher(path).matches()) {
            throw new IllegalArgumentException("not the path of a sound");
        }
        return "sound:" + path;
    }

    /**
     * A recording below Asterisk's recording directory.
     *
     * @param name as recorded
     * @return the medium
     */
    public static String recording(String name) {
        return "recording:" + name;
    }

    /**
     * A tone, without end until it is stopped.
     *
     * @param name of {@code indications.conf}, such as {@code busy}; or frequencies such as {@code 440/200,0/200}
     * @return the medium
     */
    public static String tone(String name) {
        return "tone:" + name;
    }

    /**
     * A number digit by digit, such as an extension's.
     *
     * @param digits digits, {@code *} and {@code #}
     * @return one medium each
     */
    public static List<String> digits(String digits) {
        return digits.chars().mapToObj(c -> "sound:digits/" + switch (c) {
            case '*' -> "star";
            case '#' -> "pound";
            default -> digit(c);
        }).toList();
    }

    /**
     * Letters and digits one by one; others are left out.
     *
     * @param text any text
     * @return one medium each
     */
    public static List<String> characters(String text) {
        return text.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
                .mapToObj(c -> c <= '9' ? "sound:digits/" + digit(c) : "sound:letters/" + (char) c).toList();
    }

    /**
     * A number as it is said in English, such as "two hundred eleven".
     *
     * @param number 0 to 999,999
     * @return one medium for each word
     */
    public static List<String> number(int number) {
        if (number < 0 || number > 999_999) {
            throw new IllegalArgumentException("only 0 to 999,999 are said");
        }
        var words = new ArrayList<String>();
        if (number >= 1000) {
            words.addAll(number(number / 1000));
            words.add("sound:digits/thousand");
        }
        belowThousand(number % 1000, number == 0, words);
        return List.copyOf(words);
    }

    private static void belowThousand(int number, boolean sayZero, List<String> words) {
        if (number >= 100) {
            words.add("sound:digits/" + number / 100);
            words.add("sound:digits/hundred");
        }
        var rest = number % 100;
        if (rest >= 20) {
            words.add("sound:digits/" + rest / 10 * 10);
            rest %= 10;
        }
        if (rest > 0 || sayZero) {
            words.add("sound:digits/" + rest);
        }
    }

    private static char digit(int c) {
        if (c < '0' || c > '9') {
            throw new IllegalArgumentException("not a digit");
        }
        return (char) c;
    }
}
