package org.switchboard.web.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.number.NumberForm;

/**
 * Says the rules of routing in sentences. The sentence of a rule has the key {@code why.} and the rule's own; where there is less
 * to tell than its placeholders want, the one that ends in {@code .plain}. Outside numbers are written as in the company's country.
 */
@Component
public final class RuleWords {

    private static final String PREFIX = "why.";
    private static final String PLAIN = ".plain";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}(?![0-9])");

    private final MessageSource messages;

    /**
     * Uses the message files.
     *
     * @param messages sentences in every language
     */
    public RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * A rule as a sentence.
     *
     * @param rule    the rule's key
     * @param name    name of the thing
     * @param args    what the rule says of it
     * @param country the company's (ISO 3166)
     * @param locale  the reader's language
     * @return the sentence; for a rule without one, its key and the name
     */
    public String sentence(String rule, String name, List<String> args, String country, Locale locale) {
        var key = PREFIX + rule;
        var words = messages.getMessage(key, null, null, locale);
        if (words == null) {
            return rule + " " + name;
        }
        var texts = new ArrayList<>(List.of(shown(name, country)));
        args.forEach(text -> texts.add(said(text, country, locale)));
        var isLess = PLACEHOLDER.matcher(words).results().mapToInt(found -> Integer.parseInt(found.group(1)))
                .anyMatch(place -> place >= texts.size() || texts.get(place).isEmpty());
        var plain = isLess ? messages.getMessage(key + PLAIN, null, null, locale) : null;
        return messages.getMessage(plain == null ? key : key + PLAIN, texts.toArray(), locale);
    }

    /**
     * A text of a step as people read it: outside numbers as in their country, ways to end a call in words.
     *
     * @param text    the text
     * @param country the company's
     * @param locale  the reader's language
     * @return the text
     */
    public String said(String text, String country, Locale locale) {
        return Arrays.stream(HangupKind.values()).anyMatch(kind -> kind.value().equals(text))
                ? messages.getMessage("destination.hangup." + text, null, text, locale) : shown(text, country);
    }

    /**
     * A text with outside numbers as in a country.
     *
     * @param text    any text
     * @param country the company's
     * @return the same with each E.164 number in national form
     */
    public static String shown(String text, String country) {
        return E164.matcher(text).replaceAll(number -> NumberForm.shown(number.group(), country).replace("\\", "").replace("$", ""));
    }

    /**
     * Where a way ends, in a few words.
     *
     * @param kind    kind of the end
     * @param name    its name
     * @param country the company's
     * @param locale  the reader's language
     * @return for example {@code Voicemail 200}
     */
    public String end(String kind, String name, String country, Locale locale) {
        return switch (kind) {
            case "hangup" -> messages.getMessage("destination.hangup." + name, null, name, locale);
            case "refuse", "service" -> messages.getMessage("way.end." + kind + "." + name, null, name, locale);
            default -> kind(kind, locale) + " " + shown(name, country);
        };
    }

    /**
     * A kind of thing.
     *
     * @param kind   its word in steps
     * @param locale the reader's language
     * @return the word that people use
     */
    public String kind(String kind, Locale locale) {
        return messages.getMessage("way.kind." + kind, null, kind, locale);
    }

    /**
     * A way out.
     *
     * @param outcome its key
     * @param locale  the reader's language
     * @return in words
     */
    public String exit(String outcome, Locale locale) {
        return messages.getMessage("exit." + outcome, null,
                messages.getMessage("way.alternative." + outcome, null, outcome, locale), locale);
    }
}
