package org.switchboard.telephony.route;

/**
 * Where a call goes, and why, for the history and for "what if".
 *
 * @param destination where it goes
 * @param rule        key of the rule that decided, in the words' files
 * @param reason      key of the particular reason, or empty when the rule says it all
 */
public record Decision(Destination destination, String rule, String reason) {
}
