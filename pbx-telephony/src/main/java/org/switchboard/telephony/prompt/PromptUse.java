package org.switchboard.telephony.prompt;

import java.util.UUID;

/**
 * Something that plays a prompt, so that the prompt cannot be deleted.
 *
 * @param kind {@code queue}, {@code menu} or {@code announcement}
 * @param id   the thing's id
 * @param name what it is called
 */
public record PromptUse(String kind, UUID id, String name) {
}
