package org.switchboard.web.report;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.figures.AgentTimes;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.report.Report;
import org.switchboard.web.page.Formats;
import org.switchboard.web.report.ReportTable.Column;
import org.switchboard.web.report.ReportTable.Unit;

/** Lays the tables of a report out, in a language. */
@Component
final class ReportTables {

    private final MessageSource messages;

    ReportTables(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * All tables of a report.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return by queue, by agent, and by time
     */
    List<ReportTable> of(Report report, Formats fmt) {
        return List.of(queues(report, fmt), agents(report, fmt), times(report, fmt));
    }

    /**
     * The table by queue.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return the table
     */
    ReportTable queues(Report report, Formats fmt) {
        List<Column> columns = new ArrayList<>();
        columns.add(text("report.queue", fmt.locale()));
        columns.addAll(callColumns(fmt.locale()));
        List<List<Object>> rows = report.queues().stream()
                .map(queue -> row(name(queue.name(), queue.deleted(), fmt.locale()), calls(queue.calls()))).toList();
        return new ReportTable("queues", columns, rows, row(word("report.total", fmt.locale()), calls(report.total())));
    }

    /**
     * The table by hour or day.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return the table
     */
    ReportTable times(Report report, Formats fmt) {
        List<Column> columns = new ArrayList<>();
        columns.add(text(report.question().grain() == Grain.HOUR ? "report.hour" : "report.day", fmt.locale()));
        columns.addAll(callColumns(fmt.locale()));
        List<List<Object>> rows = report.times().stream().map(time -> row(when(report, time.begin(), fmt), calls(time.calls()))).toList();
        return new ReportTable("times", columns, rows, row(word("report.total", fmt.locale()), calls(report.total())));
    }

    /**
     * The table by agent, with a column for each reason of a pause.
     *
     * @param report the report
     * @param fmt    zone and language
     * @return the table
     */
    ReportTable agents(Report report, Formats fmt) {
        Locale locale = fmt.locale();
        SortedSet<String> reasons = new TreeSet<>();
        report.agents().forEach(agent -> reasons.addAll(agent.times().paused().keySet()));
        List<Column> columns = new ArrayList<>(List.of(text("report.agent", locale), count("report.offers", locale), count("report.answered", locale),
                count("report.missed", locale), count("report.rejected", locale), new Column(word("report.unreached", locale), Unit.COUNT, true),
                time("report.talk", locale), more("report.wrap-up", Unit.TIME, locale), time("report.handling", locale), time("report.signed-in", locale),
                time("report.free", locale), time("report.talking", locale), time("report.wrapping", locale), time("report.paused", locale)));
        reasons.forEach(reason -> columns.add(new Column(
                messages.getMessage("report.paused.for", new Object[] {reason.isEmpty() ? word("report.paused.none", locale) : reason}, locale),
                Unit.TIME, true)));
        columns.add(new Column(word("report.occupancy", locale), Unit.SHARE, false));
        List<List<Object>> rows = report.agents().stream()
                .map(agent -> row(name(agent.name(), agent.deleted(), locale), agent(agent.calls(), agent.times(), reasons))).toList();
        CallFigures calls = report.agents().stream().map(Report.OfAgent::calls).reduce(CallFigures.NONE, CallFigures::plus);
        AgentTimes times = report.agents().stream().map(Report.OfAgent::times).reduce(AgentTimes.NONE, AgentTimes::plus);
        return new ReportTable("agents", columns, rows, row(word("report.total", locale), agent(calls, times, reasons)));
    }

    private List<Column> callColumns(Locale locale) {
        return List.of(count("report.entered", locale), count("report.answered", locale), more("report.in-time", Unit.COUNT, locale),
                count("report.abandoned", locale), more("report.abandoned-late", Unit.COUNT, locale), count("report.left", locale),
                more("report.left.full", Unit.COUNT, locale), more("report.left.max-wait", Unit.COUNT, locale),
                more("report.left.no-agents", Unit.COUNT, locale), more("report.left.key", Unit.COUNT, locale),
                more("report.left.other", Unit.COUNT, locale), more("report.callbacks.asked", Unit.COUNT, locale),
                more("report.callbacks.answered", Unit.COUNT, locale), more("report.callbacks.failed", Unit.COUNT, locale),
                more("report.callbacks.cancelled", Unit.COUNT, locale), new Column(word("report.level", locale), Unit.SHARE, false),
                time("report.wait", locale), more("report.wait.abandoned", Unit.TIME, locale), time("report.longest", locale),
                time("report.talk", locale), more("report.wrap-up", Unit.TIME, locale), time("report.handling", locale));
    }

    private static Stream<Object> calls(CallFigures calls) {
        return Stream.of(calls.get(Measure.ENTERED), calls.get(Measure.ANSWERED), calls.get(Measure.ANSWERED_IN_TIME), calls.get(Measure.ABANDONED),
                calls.get(Measure.ABANDONED_LATE), calls.left(), calls.get(Measure.LEFT_FULL), calls.get(Measure.LEFT_MAX_WAIT),
                calls.get(Measure.LEFT_NO_AGENTS), calls.get(Measure.LEFT_KEY), calls.get(Measure.LEFT_OTHER), calls.get(Measure.CALLBACKS_ASKED),
                calls.get(Measure.CALLBACKS_ANSWERED), calls.get(Measure.CALLBACKS_FAILED), calls.get(Measure.CALLBACKS_CANCELLED),
                share(calls.serviceLevel()), calls.averageWait().orElse(null), calls.averageWaitOfAbandoned().orElse(null),
                calls.get(Measure.LONGEST_WAIT) == 0 ? null : calls.longestWait(), calls.averageTalk().orElse(null),
                calls.averageWrapUp().orElse(null), calls.averageHandling().orElse(null));
    }

    private static Stream<Object> agent(CallFigures calls, AgentTimes times, SortedSet<String> reasons) {
        Stream<Object> before = Stream.of(calls.get(Measure.OFFERS), calls.get(Measure.ANSWERED), calls.get(Measure.MISSED), calls.get(Measure.REJECTED),
                calls.get(Measure.UNREACHED), calls.averageTalk().orElse(null), calls.averageWrapUp().orElse(null), calls.averageHandling().orElse(null),
                times.signedIn(), times.free(), times.talking(), times.wrapUp(), times.pausedAll());
        Stream<Object> paused = reasons.stream().map(reason -> times.paused().getOrDefault(reason, Duration.ZERO));
        return Stream.concat(Stream.concat(before, paused), Stream.of(new Object[] {share(times.occupancy())}));
    }

    private static Double share(OptionalDouble share) {
        return share.isPresent() ? share.getAsDouble() : null;
    }

    private static List<Object> row(String first, Stream<Object> rest) {
        return Arrays.asList(Stream.concat(Stream.of(first), rest).toArray());
    }

    private String name(String name, boolean deleted, Locale locale) {
        String known = Objects.requireNonNullElseGet(name, () -> word("report.nameless", locale));
        return deleted ? messages.getMessage("report.deleted", new Object[] {known}, locale) : known;
    }

    /**
     * An hour or day as people read it.
     *
     * @param report the report
     * @param begin  its first moment
     * @param fmt    zone and language
     * @return the hour, with its day when the report has several
     */
    static String when(Report report, Instant begin, Formats fmt) {
        var local = begin.atZone(report.zone());
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(fmt.locale());
        if (report.question().grain() == Grain.DAY) {
            return day.format(local);
        }
        String hour = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(fmt.locale()).format(local);
        return report.question().from().equals(report.question().to()) ? hour : day.format(local) + ", " + hour;
    }

    private Column text(String key, Locale locale) {
        return new Column(word(key, locale), Unit.TEXT, false);
    }

    private Column count(String key, Locale locale) {
        return new Column(word(key, locale), Unit.COUNT, false);
    }

    private Column time(String key, Locale locale) {
        return new Column(word(key, locale), Unit.TIME, false);
    }

    private Column more(String key, Unit unit, Locale locale) {
        return new Column(word(key, locale), unit, true);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
