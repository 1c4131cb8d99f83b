package org.switchboard.web.prompt;

import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.prompt.PromptSound;
import org.switchboard.web.page.PageController;
import org.switchboard.web.security.SignedInUser;

/** What the players on pages play. Spring answers requests for a part of it (RFC 9110 section 14), so one can jump in it. */
@PageController
public final class PromptAudioController {

    /** Media type of a prompt's sound. */
    public static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final PromptService prompts;
    private final Previews previews;

    PromptAudioController(PromptService prompts, Previews previews) {
        this.prompts = prompts;
        this.previews = previews;
    }

    @GetMapping("/prompts/{id}/audio")
    ResponseEntity<Resource> audio(@PathVariable UUID id) {
        return answer(prompts.sound(id));
    }

    @GetMapping("/prompts/preview/{id}")
    ResponseEntity<Resource> preview(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me) {
        return answer(previews.find(me.id(), id).orElseThrow(() -> new NotFound("preview", id.toString())));
    }

    /**
     * A sound as an answer.
     *
     * @param sound the sound
     * @return the whole of it; Spring cuts out the part that was asked for
     */
    public static ResponseEntity<Resource> answer(PromptSound sound) {
        return ResponseEntity.ok().contentType(WAV).body(new ByteArrayResource(sound.wav()));
    }
}
