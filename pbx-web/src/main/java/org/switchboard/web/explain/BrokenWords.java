package org.switchboard.web.explain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.assertion.AssertionResult;
import org.switchboard.telephony.assertion.AssertionsBroken;
import org.switchboard.telephony.assertion.RoutePoint;

/** Says what an assertion expects, what comes of it, and why. */
@Component
public final class BrokenWords {

    private final RuleWords rules;
    private final MessageSource messages;

    /**
     * Wires the component.
     *
     * @param rules    says rules in sentences
     * @param messages other sentences
     */
    public BrokenWords(RuleWords rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    /**
     * One assertion that a change would break, or that does not hold.
     *
     * @param id       the assertion
     * @param name     its name
     * @param expected where the way must end
     * @param now      where it ends
     * @param why      what decided
     */
    public record Told(String id, String name, String expected, String now, String why) {
    }

    /**
     * What a change would break.
     *
     * @param refused the change
     * @param locale  the reader's language
     * @return one for each assertion
     */
    public List<Told> of(AssertionsBroken refused, Locale locale) {
        return refused.broken().stream().map(one -> {
            var step = one.deciding();
            var decided = step == null ? "" : rules.sentence(step.rule(), step.name(), step.args(), refused.country(), locale);
            return told(one.result(), decided, refused.country(), locale);
        }).toList();
    }

    /**
     * What came of an assertion.
     *
     * @param result  what came of it
     * @param country the company's
     * @param locale  the reader's language
     * @return in words
     */
    public Told of(AssertionResult result, String country, Locale locale) {
        var decided = result.deciding(null).map(step -> rules.sentence(step.rule(), step.name(), step.args(), country, locale)).orElse("");
        return told(result, decided, country, locale);
    }

    /**
     * Where a way must end, or ended.
     *
     * @param point   the end; null when the question could not be asked
     * @param country the company's
     * @param locale  the reader's language
     * @return in words
     */
    public String end(RoutePoint point, String country, Locale locale) {
        return point == null ? messages.getMessage("way.end.gone", null, locale) : rules.end(point.kind(), point.name(), country, locale);
    }

    /**
     * All of it in one sentence, for the API.
     *
     * @param told   what is told
     * @param locale the reader's language
     * @return the sentence
     */
    public String sentence(Told told, Locale locale) {
        return messages.getMessage("broken.sentence", new Object[] {told.name(), told.expected(), told.now(), told.why()}, locale).strip();
    }

    private Told told(AssertionResult result, String decided, String country, Locale locale) {
        var assertion = result.assertion();
        var end = result.answer() == null ? null : new RoutePoint(result.answer().end().kind(), result.answer().end().name());
        return new Told(assertion.id().toString(), assertion.name(), end(assertion.expect(), country, locale), end(end, country, locale),
                why(result, decided, country, locale));
    }

    private String why(AssertionResult result, String decided, String country, Locale locale) {
        if (result.problem() != null) {
            return messages.getMessage("assertion.gone", new Object[] {
                messages.getMessage(result.problem().code(), result.problem().args().toArray(), locale)}, locale);
        }
        var missed = result.missed().stream().map(point -> end(point, country, locale)).collect(Collectors.joining(", "));
        return missed.isEmpty() ? decided : messages.getMessage("assertion.missed", new Object[] {missed}, locale) + ". " + decided;
    }
}
