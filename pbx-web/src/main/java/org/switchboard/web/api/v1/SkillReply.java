package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.switchboard.telephony.agent.Skill;

/**
 * A skill as the API shows it.
 *
 * @param id     its id
 * @param name   what people call it
 * @param agents how many agents know it
 * @param queues how many queues ask for it
 */
@Schema(name = "Skill")
record SkillReply(UUID id, String name, int agents, int queues) {

    static SkillReply of(Skill one) {
        return new SkillReply(one.id(), one.name(), one.agents(), one.queues());
    }
}
