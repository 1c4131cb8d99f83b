package org.switchboard.telephony.agent;

import java.util.UUID;

/**
 * Something that agents can know, such as a language.
 *
 * @param id     its id
 * @param name   what people call it
 * @param agents how many agents know it
 * @param queues how many queues ask for it
 */
public record Skill(UUID id, String name, int agents, int queues) {

    /**
     * The same as it can be edited.
     *
     * @return a draft of the same
     */
    public SkillDraft draft() {
        return new SkillDraft(name);
    }
}
