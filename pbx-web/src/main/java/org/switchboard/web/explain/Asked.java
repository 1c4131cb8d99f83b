package org.switchboard.web.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.switchboard.telephony.assertion.QuestionDraft;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.route.IfRung;

/**
 * A question as a form sends it.
 *
 * @param number what is called; null when nothing was asked yet
 * @param caller who calls
 * @param at     when
 * @param digits what the caller types
 * @param ifRung word of what those do whom the call rings; null or empty is that they answer
 */
public record Asked(String number, String caller, String at, String digits, String ifRung) {

    QuestionDraft draft() {
        try {
            return new QuestionDraft(number, caller, at, digits, ifRung == null || ifRung.isEmpty() ? null : IfRung.of(ifRung));
        } catch (IllegalArgumentException notOneOfThem) {
            var choices = Arrays.stream(IfRung.values()).map(IfRung::value).collect(Collectors.joining(", "));
            throw new InvalidInput(List.of(new FieldProblem("ifRung", "api.invalid.choice", List.of(choices))));
        }
    }
}
