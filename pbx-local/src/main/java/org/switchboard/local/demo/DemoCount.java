package org.switchboard.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchboard.local.phone.SippLine;
import tools.jackson.databind.JsonNode;

/**
 * What came of calls.
 *
 * @param calls          that came into the queue
 * @param answered       by an agent, called back or not
 * @param inTime         of these, within the queue's time
 * @param abandoned      hung up while they waited
 * @param abandonedLate  of these, after the queue's time
 * @param levelCalls     those that the service level is counted from, callers who were sent away among them
 */
record DemoCount(long calls, long answered, long inTime, long abandoned, long abandonedLate, long levelCalls) {

    private static final int NUMBER_END = 8;

    /** What the portal's report says. */
    static DemoCount reported(JsonNode calls) {
        return new DemoCount(calls.path("entered").asLong(), calls.path("answered").asLong(), calls.path("answeredInTime").asLong(),
                calls.path("abandoned").asLong(), calls.path("abandonedLate").asLong(), calls.path("serviceLevelCalls").asLong());
    }

    /** What came since. */
    DemoCount since(DemoCount before) {
        return new DemoCount(calls - before.calls, answered - before.answered, inTime - before.inTime, abandoned - before.abandoned,
                abandonedLate - before.abandonedLate, levelCalls - before.levelCalls);
    }

    /**
     * What the phones saw. A caller who pressed a key to leave a message has not abandoned.
     *
     * @param customers of the callers
     * @param agents    of the agents
     * @param leave     numbers of those who meant to leave a message
     * @param target    the queue's time
     */
    static DemoCount seen(List<SippLine> customers, List<SippLine> agents, Set<String> leave, Duration target) {
        Map<String, Instant> answers = new HashMap<>();
        agents.stream().filter(line -> line.what().equals("answered")).forEach(line -> answers.putIfAbsent(end(line.who()), line.at()));
        Map<String, SippLine> ends = new HashMap<>();
        customers.stream().filter(line -> line.what().equals("left") || line.what().equals("done")).forEach(line -> ends.putIfAbsent(line.who(), line));
        var gone = customers.stream().filter(line -> line.what().equals("pressed") && leave.contains(line.who())).map(SippLine::who)
                .collect(Collectors.toSet());
        var came = customers.stream().filter(line -> line.what().equals("in")).toList();
        long answered = 0;
        long inTime = 0;
        long abandoned = 0;
        long late = 0;
        for (SippLine caller : came) {
            Instant answer = answers.get(end(caller.who()));
            SippLine last = ends.get(caller.who());
            if (answer != null) {
                answered++;
                inTime += isWithin(caller.at(), answer, target) ? 1 : 0;
            } else if (last != null && last.what().equals("left") && !gone.contains(caller.who())) {
                abandoned++;
                late += isWithin(caller.at(), last.at(), target) ? 0 : 1;
            }
        }
        return new DemoCount(came.size(), answered, inTime, abandoned, late, answered + late);
    }

    private static boolean isWithin(Instant from, Instant to, Duration target) {
        return Duration.between(from, to).compareTo(target) <= 0;
    }

    /** Numbers are told in different forms. */
    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - NUMBER_END));
    }

    /** Whether both tell the same of calls, answers and callers who gave up. */
    boolean agrees(DemoCount other) {
        return calls == other.calls && answered == other.answered && abandoned == other.abandoned;
    }

    /** In per cent; a dash when there is nothing to count it from. */
    String serviceLevel() {
        return levelCalls == 0 ? "-" : String.format(Locale.ROOT, "%.0f %%", 100.0 * inTime / levelCalls);
    }

    /** One line of the table. */
    String row(String title) {
        return String.format(Locale.ROOT, "%-12s %6d %9d %10d %14s", title, calls, answered, abandoned, serviceLevel());
    }

    /** The line above the rows. */
    static String head() {
        return String.format(Locale.ROOT, "%-12s %6s %9s %10s %14s", "", "calls", "answered", "abandoned", "service level");
    }
}
