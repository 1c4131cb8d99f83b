package org.switchboard.telephony.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/** Reads many numbers at once: one on each line or between commas, and ranges such as {@code 02-123-4500 ~ 4599}. Pure. */
public final class NumberList {

    /** Most numbers at once. */
    public static final int MOST = 1_000;

    private static final String FIELD = "numbers";
    private static final int SHOWN = 5;
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[\\n\\r,;]+");
    private static final Pattern RANGE = Pattern.compile("(.+?)(?:\\s*(?:~|\\.\\.|–|—)\\s*|\\s+(?:-|to)\\s+)(.+)");

    private NumberList() {
    }

    /**
     * Reads a list.
     *
     * @param typed   what was typed or pasted; null is empty
     * @param country where numbers without country code are
     * @return E.164 numbers in the order in which they were typed, each once
     * @throws InvalidInput when there is none or more than {@value #MOST}, or one cannot be read; it names the first that cannot
     */
    public static List<String> read(String typed, String country) {
        Set<String> numbers = new LinkedHashSet<>();
        List<String> unread = new ArrayList<>();
        for (String part : BETWEEN_NUMBERS.split(typed == null ? "" : typed)) {
            if (!part.isBlank()) {
                List<String> found = part(part.strip(), country);
                if (found.isEmpty()) {
                    unread.add(part.strip());
                }
                numbers.addAll(found);
                if (numbers.size() > MOST) {
                    throw new InvalidInput(List.of(new FieldProblem(FIELD, "invalid.numbers.many", List.of(MOST))));
                }
            }
        }
        if (!unread.isEmpty()) {
            String shown = String.join(", ", unread.stream().limit(SHOWN).map(NumberList::cut).toList());
            throw new InvalidInput(List.of(new FieldProblem(FIELD, "invalid.numbers.unread", List.of(shown, NumberForm.example(country)))));
        }
        if (numbers.isEmpty()) {
            throw new InvalidInput(List.of(new FieldProblem(FIELD, "invalid.numbers.none", List.of(NumberForm.example(country)))));
        }
        return List.copyOf(numbers);
    }

    private static List<String> part(String part, String country) {
        Optional<String> single = NumberForm.e164(part, country);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        Matcher range = RANGE.matcher(part);
        return range.matches() ? range(range.group(1), range.group(2), country) : List.of();
    }

    /** The last number may be cut to the digits in which it differs: {@code 02-123-4500 ~ 4599}. */
    private static List<String> range(String from, String to, String country) {
        Optional<String> first = NumberForm.e164(from, country);
        Optional<String> end = NumberForm.diallable(to);
        if (first.isEmpty() || end.isEmpty()) {
            return List.of();
        }
        String begin = first.get();
        String last = NumberForm.e164(to, country)
                .or(() -> end.filter(digits -> !digits.startsWith("+") && digits.length() < begin.length() - 2)
                        .map(digits -> begin.substring(0, begin.length() - digits.length()) + digits))
                .orElse("");
        if (last.length() != begin.length() || last.compareTo(begin) < 0) {
            return List.of();
        }
        BigInteger low = new BigInteger(begin.substring(1));
        BigInteger length = new BigInteger(last.substring(1)).subtract(low).add(BigInteger.ONE);
        if (length.compareTo(BigInteger.valueOf(MOST)) > 0) {
            throw new InvalidInput(List.of(new FieldProblem(FIELD, "invalid.numbers.many", List.of(MOST))));
        }
        List<String> numbers = new ArrayList<>();
        for (int step = 0; step < length.intValue(); step++) {
            numbers.add("+" + low.add(BigInteger.valueOf(step)));
        }
        return numbers.stream().allMatch(number -> NumberForm.e164(number, country).isPresent()) ? numbers : List.of();
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
