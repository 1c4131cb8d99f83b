package org.switchboard.telephony.prompt;

import java.time.Duration;
import java.time.Instant;

/**
 * What is stored of a prompt whose sound has just been made.
 *
 * @param name     unique in the company
 * @param origin   how its sound came to be
 * @param text     the spoken words; null unless the origin is speech
 * @param language their language; null unless the origin is speech
 * @param length   how long it is
 * @param audioAt  when its sound was made
 */
public record PromptContent(String name, PromptOrigin origin, String text, String language, Duration length, Instant audioAt) {

    /** What somebody's file is. */
    static PromptContent sounded(String name, PromptOrigin origin, PromptSound sound, Instant now) {
        return new PromptContent(name, origin, null, null, sound.length(), now);
    }

    /** What typed words are. */
    static PromptContent spoken(PromptDraft draft, PromptSound sound, Instant now) {
        return new PromptContent(draft.name(), PromptOrigin.SPEECH, draft.text(), draft.language(), sound.length(), now);
    }
}
