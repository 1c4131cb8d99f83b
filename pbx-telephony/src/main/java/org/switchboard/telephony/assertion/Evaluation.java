package org.switchboard.telephony.assertion;

import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.Question;

/**
 * A question with its answer.
 *
 * @param question as it was understood
 * @param answer   what would happen
 * @param country  where the company is (ISO 3166), for showing numbers
 */
public record Evaluation(Question question, Answer answer, String country) {
}
