package org.switchboard.telephony.agent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.input.Text;

/**
 * What an admin wants an agent to be. An extension is enough: name and number are its own then.
 *
 * @param name      1 to 60 characters on one line; null is the extension's name
 * @param number    2 to 6 digits, the first not 0, unique among the company's agents; null is the extension's number
 * @param userId    who signs in by the browser; a user of the company who is no other agent; null for nobody
 * @param extension number of the phone at which the agent signs in unless another is named, no other agent's; null for none
 * @param skills    what the agent knows, nothing twice; null means nothing
 * @param queues    which queues the agent serves, none twice; null means none
 */
public record AgentDraft(
        @Size(min = 1, max = 60, message = "{invalid.flow.name}") @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.agent.number}") String number,
        UUID userId,
        @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.agent.extension}") String extension,
        @Size(max = AgentDraft.MAX_ROWS, message = "{invalid.agent.skills}") List<@NotNull(message = "{invalid.agent.skill}") @Valid AgentSkill> skills,
        @Size(max = AgentDraft.MAX_ROWS, message = "{invalid.agent.queues}") List<@NotNull(message = "{invalid.agent.queue}") @Valid AgentQueueDraft> queues) {

    /** Most skills, and most queues, of an agent. */
    public static final int MAX_ROWS = 200;

    /** Takes blanks off both ends. */
    public AgentDraft {
        name = Text.stripped(name);
        number = Text.stripped(number);
        extension = Text.stripped(extension);
        // Both may have nulls in them, which are refused by the field's name.
        skills = skills == null ? List.of() : Collections.unmodifiableList(skills);
        queues = queues == null ? List.of() : Collections.unmodifiableList(queues);
    }

    /**
     * An agent of an extension, with its name and number.
     *
     * @param extension the extension's number
     * @param userId    who signs in by the browser; null for nobody
     * @return a draft
     */
    public static AgentDraft of(String extension, UUID userId) {
        return new AgentDraft(null, null, userId, extension, null, null);
    }
}
