package org.switchboard.telephony.agent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.input.Text;

/**
 * What an agent knows.
 *
 * @param skill name of the skill
 * @param level 1 to 10: how well, 10 the best; null means 5
 */
public record AgentSkill(
        @NotNull(message = "{invalid.agent.skill}") String skill,
        @Min(value = 1, message = "{invalid.skill.level}") @Max(value = 10, message = "{invalid.skill.level}") Integer level) {

    /** How well somebody knows something when nobody says otherwise: in the middle. */
    public static final int DEFAULT_LEVEL = 5;

    /** Takes blanks off both ends and fills in the default. */
    public AgentSkill {
        skill = Text.stripped(skill);
        level = level == null ? DEFAULT_LEVEL : level;
    }
}
