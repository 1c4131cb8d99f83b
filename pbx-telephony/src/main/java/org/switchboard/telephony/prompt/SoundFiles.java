package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that Asterisk plays: one appears whole or not at all. */
final class SoundFiles {

    /** Asterisk's name for WAV at 16 kHz ({@code format_wav}). */
    static final String EXTENSION = ".wav16";

    /** Asterisk may run as another user, of the same group. */
    private static final FileAttribute<?> READABLE = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));

    private SoundFiles() {
    }

    /**
     * Puts a file in place, also of one that is being played: whoever has that open plays it to its end.
     *
     * @param file  where
     * @param sound what
     */
    static void write(Path file, PromptSound sound) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "new", ".tmp", READABLE);
        try {
            Files.write(fresh, sound.wav());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
