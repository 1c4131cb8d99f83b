package org.switchboard.web.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.cdr.RecordedStep;
import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.RouteStep;
import org.switchboard.web.page.Formats;

/** Makes boxes of the steps of an answer, or of a call of the past. Steps at one thing share a box. */
@Component
public final class Ways {

    private static final BiFunction<String, String, String> NO_LINKS = (_, _) -> null;

    private final RuleWords words;
    private final ThingLinks links;

    /**
     * Wires the component.
     *
     * @param words says rules in sentences
     * @param links finds the things' pages
     */
    public Ways(RuleWords words, ThingLinks links) {
        this.words = words;
        this.links = links;
    }

    /** A step, whatever it comes from. */
    private record One(Instant at, String kind, String name, String sentence, List<Step.Alternative> alternatives) {
    }

    /**
     * The way of an answer.
     *
     * @param answer  the answer
     * @param country the company's
     * @param locale  the reader's language
     * @return boxes with links
     */
    public Way of(Answer answer, String country, Locale locale) {
        var steps = answer.steps().stream().map(step -> one(step, country, locale)).toList();
        var end = answer.end();
        var isTold = !steps.isEmpty() && isEnd(steps.getLast());
        var stops = stops(isTold ? steps.subList(0, steps.size() - 1) : steps, null, country, locale, links::path);
        // Where the way ends at the last thing, one box tells both.
        var isLast = !isTold && !stops.isEmpty() && stops.getLast().kind().equals(end.kind()) && stops.getLast().said().size() == 1
                && stops.getLast().said().getFirst().alternatives().isEmpty();
        var sentence = isTold ? steps.getLast().sentence() : isLast ? stops.getLast().said().getFirst().sentence() : null;
        return new Way(isLast ? stops.subList(0, stops.size() - 1) : stops, new Way.End(end.kind(), end.name(),
                words.end(end.kind(), end.name(), country, locale), links.path(end.kind(), end.name()), sentence));
    }

    /**
     * The way of a call of the past.
     *
     * @param call    the call
     * @param country the company's
     * @param fmt     writes times in the reader's language
     * @param linked  whether the reader may open the things' pages
     * @return boxes with the time after the call's begin, without an end
     */
    public Way of(PastCall call, String country, Formats fmt, boolean linked) {
        var steps = call.steps().stream().map(step -> one(step, country, fmt.locale())).toList();
        return new Way(stops(steps, at -> fmt.after(call.startedAt(), at), country, fmt.locale(), linked ? links::path : NO_LINKS), null);
    }

    private List<Way.Stop> stops(List<One> steps, Function<Instant, String> after, String country, Locale locale,
                                 BiFunction<String, String, String> path) {
        var stops = new ArrayList<Way.Stop>();
        for (var step : steps) {
            var said = new Way.Said(step.sentence(), after == null ? null : after.apply(step.at()), step.alternatives().stream()
                    .map(way -> new Way.Alternative(words.exit(way.outcome(), locale), words.said(way.to(), country, locale))).toList());
            var before = stops.isEmpty() ? null : stops.getLast();
            if (before != null && before.kind().equals(step.kind()) && before.name().equals(name(step, country, locale))) {
                stops.removeLast();
                var all = new ArrayList<>(before.said());
                all.add(said);
                stops.add(new Way.Stop(before.kind(), before.name(), before.path(), all));
            } else {
                stops.add(new Way.Stop(step.kind(), name(step, country, locale), path.apply(step.kind(), step.name()), List.of(said)));
            }
        }
        return stops;
    }

    private String name(One step, String country, Locale locale) {
        return isEnd(step) || step.kind().equals("service") ? words.end(step.kind(), step.name(), country, locale)
                : RuleWords.shown(step.name(), country);
    }

    private static boolean isEnd(One step) {
        return step.kind().equals("refuse") || step.kind().equals("hangup");
    }

    private One one(RouteStep step, String country, Locale locale) {
        return new One(null, step.kind(), step.name(), words.sentence(step.rule(), step.name(), step.args(), country, locale), step.alternatives());
    }

    // Steps of former versions had a reason beside the rule, or an outcome and no rule.
    private One one(RecordedStep step, String country, Locale locale) {
        var rule = step.rule().isEmpty() ? "step." + step.kind() + (step.outcome().isEmpty() ? "" : "." + step.outcome()) : step.rule();
        var said = words.sentence(rule, step.name(), step.args(), country, locale);
        var reason = step.reason().isEmpty() ? "" : " " + words.sentence(step.reason(), step.name(), List.of(), country, locale);
        return new One(step.at(), step.kind(), step.name(), said + reason, step.alternatives());
    }
}
