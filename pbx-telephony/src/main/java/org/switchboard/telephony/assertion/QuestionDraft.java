package org.switchboard.telephony.assertion;

import org.switchboard.telephony.route.IfRung;

/**
 * "What happens if…", as somebody typed it; see {@link QuestionReader} for what is accepted.
 *
 * @param number what is called: one of the company's numbers or, where an extension calls, anything it could dial
 * @param caller who calls: a number, an extension of the company, or {@code anonymous}; null or empty is anonymous too
 * @param at     when: an ISO 8601 time with an offset, or a date and time by the company's clock; null or empty is now
 * @param digits what the caller types: digits, {@code *}, {@code #}, and commas for pauses; null or empty for nothing
 * @param ifRung what those do whom the call rings; null is that they answer
 */
public record QuestionDraft(String number, String caller, String at, String digits, IfRung ifRung) {
}
