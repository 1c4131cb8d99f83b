package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's own sentences as something that Asterisk can play. Those that are spoken are made once, when the portal starts,
 * and never during a call. A file's name contains a checksum of its words, so other words make another file.
 */
public final class SystemWords {

    private static final Logger log = LoggerFactory.getLogger(SystemWords.class);
    private static final List<String> LANGUAGES = List.of("en", "ko");

    private final Path folder;
    private final SoundConverter converter;
    private final Set<Path> ready = ConcurrentHashMap.newKeySet();

    /**
     * Makes nothing yet.
     *
     * @param folder    where spoken words are kept; Asterisk reads it, and several portals may share it
     * @param converter speaks
     */
    public SystemWords(Path folder, SoundConverter converter) {
        this.folder = folder.toAbsolutePath();
        this.converter = converter;
    }

    /**
     * What to play.
     *
     * @param word     what to say
     * @param language the company's, {@code en} or {@code ko}; any other is taken as English
     * @return media for ARI, to be played one after the other ({@code sound:…}); empty while it has not been spoken yet, in
     *         which case nothing is said and the call goes on
     */
    public List<String> media(SystemWord word, String language) {
        List<String> recorded = word.recorded(language);
        if (!recorded.isEmpty()) {
            return recorded.stream().map(sound -> "sound:" + sound).toList();
        }
        Path file = file(word, language);
        return ready.contains(file) ? List.of("sound:" + withoutExtension(file)) : List.of();
    }

    /**
     * Speaks what has not been spoken yet; some seconds the first time, nothing afterwards. What fails is logged and left out.
     *
     * @return how many are missing at the end
     */
    public int make() {
        int missing = 0;
        boolean canSpeak = true;
        for (String language : LANGUAGES) {
            for (SystemWord word : SystemWord.values()) {
                if (word.recorded(language).isEmpty()) {
                    Path file = file(word, language);
                    canSpeak = canSpeak && (Files.exists(file) || spoken(word, language, file));
                    if (Files.exists(file)) {
                        ready.add(file);
                    } else {
                        missing++;
                    }
                }
            }
        }
        return missing;
    }

    /** Whether it is worth trying the next. */
    private boolean spoken(SystemWord word, String language, Path file) {
        try {
            SoundFiles.write(file, converter.speak(word.words(language), language));
        } catch (SoundRefused refused) {
            log.warn("{} ({}) could not be spoken: {}", word, language, refused.getMessage());
        } catch (IOException missing) {
            log.error("The system's own sentences cannot be spoken, and callers hear nothing in their place: {}", missing.getMessage());
            return false;
        }
        return true;
    }

    private Path file(SystemWord word, String language) {
        String spoken = language.equals("ko") ? "ko" : "en";
        var checksum = new CRC32();
        checksum.update((SoundConverter.voice(spoken) + word.words(spoken)).getBytes(StandardCharsets.UTF_8));
        return folder.resolve(spoken).resolve("%s-%08x%s".formatted(word.key(), checksum.getValue(), SoundFiles.EXTENSION));
    }

    private static String withoutExtension(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - SoundFiles.EXTENSION.length());
    }
}
