package org.switchboard.telephony.voicemail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which PINs a box may have: those that a stranger with a few tries does not guess. Pure. */
public final class PinRule {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,10}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    /** Lines on the keypad, down, up, crosswise and around its corners. */
    private static final Set<String> KEYPAD = Set.of("2580", "0852", "1470", "0741", "3690", "0963", "1590", "0951", "3570", "0753", "1379", "9731",
            "1397", "7931", "1793", "3971", "1478", "8741", "3698", "8963", "147258", "258369", "159357", "357159", "147369", "123654",
            "147258369", "369258147", "741852963", "159753", "753951", "951753");

    private PinRule() {
    }

    /**
     * Looks at a PIN that somebody wants.
     *
     * @param pin       what was typed; null is no PIN
     * @param boxNumber the box's number, which everybody knows
     * @return key of the sentence that says what is wrong; empty when the PIN is good
     */
    public static Optional<String> problem(String pin, String boxNumber) {
        if (pin == null || !DIGITS.matcher(pin).matches()) {
            return Optional.of("invalid.voicemail.pin");
        }
        if (repeats(pin) || isSequence(pin, 1) || isSequence(pin, 9)) {
            return Optional.of("invalid.voicemail.pin.pattern");
        }
        if (pin.contains(boxNumber) && boxNumber.length() > 2 || pin.contains(new StringBuilder(boxNumber).reverse()) && boxNumber.length() > 2) {
            return Optional.of("invalid.voicemail.pin.number");
        }
        if (YEAR.matcher(pin).matches()) {
            return Optional.of("invalid.voicemail.pin.year");
        }
        return KEYPAD.contains(pin) ? Optional.of("invalid.voicemail.pin.pattern") : Optional.empty();
    }

    /** One to half of its digits again and again: 0000, 1212, 123123. */
    private static boolean repeats(String pin) {
        return IntStream.rangeClosed(1, pin.length() / 2)
                .anyMatch(period -> IntStream.range(period, pin.length()).allMatch(at -> pin.charAt(at) == pin.charAt(at - period)));
    }

    /** Each digit follows the one before, around the end of the row too: 1234, 8901; with a step of 9 downwards. */
    private static boolean isSequence(String pin, int step) {
        return IntStream.range(1, pin.length()).allMatch(at -> (pin.charAt(at) - pin.charAt(at - 1) + 10) % 10 == step);
    }
}
