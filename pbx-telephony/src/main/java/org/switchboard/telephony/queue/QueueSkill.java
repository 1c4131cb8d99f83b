package org.switchboard.telephony.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.switchboard.telephony.input.Text;

/**
 * What a queue asks of its agents.
 *
 * @param skill        name of the skill
 * @param level        1 to 10: how well an agent must know it; null means 1
 * @param relaxSeconds 5 to 3600: whenever a caller has waited so much longer, one level less will do, until nothing is asked; null for never
 */
public record QueueSkill(
        @NotNull(message = "{invalid.queue.skill}") String skill,
        @Min(value = 1, message = "{invalid.skill.level}") @Max(value = 10, message = "{invalid.skill.level}") Integer level,
        @Min(value = 5, message = "{invalid.queue.relaxSeconds}") @Max(value = 3600, message = "{invalid.queue.relaxSeconds}") Integer relaxSeconds) {

    /** Takes blanks off both ends and fills in the default. */
    public QueueSkill {
        skill = Text.stripped(skill);
        level = level == null ? 1 : level;
    }
}
