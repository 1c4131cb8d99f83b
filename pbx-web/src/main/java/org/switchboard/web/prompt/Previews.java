package org.switchboard.web.prompt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.prompt.PromptSound;

/** Words that were spoken to be heard before they are saved: kept for some minutes, for whoever typed them alone. */
@Component
final class Previews {

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** Most bytes of all together; about half an hour of speech. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Cache<UUID, Preview> kept = Caffeine.newBuilder().expireAfterWrite(KEPT)
            .maximumWeight(MOST_BYTES).weigher((UUID id, Preview preview) -> preview.sound().wav().length).build();

    private record Preview(UUID userId, PromptSound sound) {
    }

    UUID keep(UUID userId, PromptSound sound) {
        UUID id = UUID.randomUUID();
        kept.put(id, new Preview(userId, sound));
        return id;
    }

    Optional<PromptSound> find(UUID userId, UUID id) {
        return Optional.ofNullable(kept.getIfPresent(id)).filter(preview -> preview.userId().equals(userId)).map(Preview::sound);
    }
}
