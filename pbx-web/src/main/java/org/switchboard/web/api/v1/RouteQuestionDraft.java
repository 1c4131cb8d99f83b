package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.assertion.QuestionDraft;
import org.switchboard.telephony.route.IfRung;

/**
 * "What happens if…", as a script asks it.
 *
 * @param number one of the company's numbers, or what the caller dials where that is an extension
 * @param caller an outside number, an extension's number, or {@code anonymous}; absent is anonymous
 * @param at     an ISO 8601 time, or a date and time by the company's clock; absent is now
 * @param digits keys in order, a comma is a pause; absent is none
 * @param ifRung what those do whom the call rings; absent is that they answer
 */
record RouteQuestionDraft(
        @NotNull @Schema(example = RouteQuestionDraft.NUMBER, description = "One of the company's numbers, or what the caller dials where that is an extension.")
        String number,
        @Schema(example = "+82101234567", description = "An outside number, an extension's number, or `anonymous`, which is the default.")
        String caller,
        @Schema(example = "2026-12-25T10:00", description = "An ISO 8601 time with an offset, or a date and time by the company's clock. The default is now.")
        String at,
        @Schema(example = "1,200", description = "Keys that the caller presses, in order; a comma is a pause.")
        String digits,
        IfRung ifRung) {

    static final String NUMBER = "+82212345678";

    QuestionDraft question() {
        return new QuestionDraft(number, caller, at, digits, ifRung);
    }
}
