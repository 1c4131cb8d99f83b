package org.switchboard.telephony.route;

import java.util.List;
import org.switchboard.telephony.call.Step;

/**
 * One step of a caller's way, with the reason for it.
 *
 * @param kind         kind of the thing that the caller came to
 * @param name         what people read of it
 * @param rule         key of the rule that decided, in the words' files; its sentence gets the name and then the arguments
 * @param args         texts for the sentence, in order
 * @param outcome      by which way the caller goes on
 * @param alternatives the ways that were not taken, and where they lead
 */
public record RouteStep(String kind, String name, String rule, List<String> args, String outcome, List<Step.Alternative> alternatives) {

    /** Copies the lists. */
    public RouteStep {
        args = List.copyOf(args);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A step without alternatives.
     *
     * @param kind    kind of the thing
     * @param name    what people read of it
     * @param rule    key of the rule
     * @param outcome by which way the caller goes on
     * @param args    texts for the sentence
     * @return the step
     */
    static RouteStep of(String kind, String name, String rule, String outcome, String... args) {
        return new RouteStep(kind, name, rule, List.of(args), outcome, List.of());
    }
}
