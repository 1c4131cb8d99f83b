package org.switchboard.telephony.distribution;

import java.util.UUID;

/**
 * What a queue asks of its agents.
 *
 * @param skillId      the skill
 * @param level        the level that is needed, 1 to 10
 * @param relaxSeconds after each such time of waiting one level less will do, down to nothing; null or 0 for never
 */
public record SkillDemand(UUID skillId, int level, Integer relaxSeconds) {}
