package org.switchboard.web.explain;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.cdr.RecordedStep;

/** Makes the question of a call of the past, to be asked of today's settings. */
public final class AskedAgain {

    private AskedAgain() {
    }

    /**
     * The same caller, number, time and keys.
     *
     * @param call a call of the past
     * @param zone the company's clock
     * @return the question; null when the engine was away, so that nothing is known of the call's way
     */
    public static Asked of(PastCall call, ZoneId zone) {
        if (call.steps().isEmpty()) {
            return null;
        }
        var first = call.steps().getFirst();
        var caller = call.callerExtension() == null ? call.callerNumber() : call.callerExtension();
        var at = LocalDateTime.ofInstant(call.startedAt(), zone).truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (first.kind()) {
            case "number", "route" -> new Asked(first.name(), caller, at, digits(call.steps()), "answered");
            default -> null;
        };
    }

    // Each menu took what it needed, so a pause between them changes nothing; silence is a pause of its own.
    private static String digits(List<RecordedStep> steps) {
        return steps.stream().flatMap(step -> switch (step.rule()) {
            case "menu.key", "menu.extension", "menu.wrong_input", "menu.wrong_input.last" -> step.args().stream().limit(1).map(keys -> keys + ",");
            case "menu.no_input", "menu.no_input.last" -> Stream.of(",");
            default -> Stream.<String>empty();
        }).collect(Collectors.joining()).replaceAll(",$", "");
    }
}
