package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.number.CallerRule;

/**
 * A rule about callers as the API shows it.
 *
 * @param id      its id
 * @param action  what happens to them
 * @param matches how they are told
 * @param number  E.164 or the begin of it; null for anonymous callers
 * @param note    why; may be empty
 */
@Schema(name = "CallerRule")
record CallerRuleReply(UUID id, CallerRule.Action action, CallerRule.Matches matches, @Schema(types = {"string", "null"}) String number,
                       String note) {

    static CallerRuleReply of(CallerRule rule) {
        return new CallerRuleReply(rule.id(), rule.action(), rule.matches(), rule.number(), rule.note());
    }
}
