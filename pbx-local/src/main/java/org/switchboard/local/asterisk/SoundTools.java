package org.switchboard.local.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.switchboard.local.Platform;

/**
 * Two small scripts in Asterisk's tree that start SoX and eSpeak NG by the tree's own loader. So whoever needs these programs
 * is told one path, as if they were installed.
 */
final class SoundTools {

    /** Folder in the tree. */
    static final String FOLDER = "tools";

    /** Converts sound files. */
    static final String SOX = "sox";

    /** Speaks text. */
    static final String ESPEAK = "espeak-ng";

    private SoundTools() {
    }

    /**
     * Writes the scripts. They find the tree from where they are, so it can be moved afterwards.
     *
     * @param tree folder with the unpacked packages
     * @param platform which architecture was unpacked
     */
    static void write(Path tree, Platform platform) throws IOException {
        Path folder = Files.createDirectories(tree.resolve(FOLDER));
        for (String program : new String[] {SOX, ESPEAK}) {
            Path script = folder.resolve(program);
            Files.writeString(script, script(program, platform));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String script(String program, Platform platform) {
        return """
                #!/bin/sh
                tree=$(dirname -- "$(dirname -- "$0")")
                lib=$tree/usr/lib/%s
                ESPEAK_DATA_PATH=$lib
                MAGIC=$tree/usr/lib/file/magic.mgc
                export ESPEAK_DATA_PATH MAGIC
                exec "$lib/%s" --inhibit-cache --library-path "$lib:$lib/pulseaudio" "$tree/usr/bin/%s" "$@"
                """.formatted(platform.triplet(), platform.loader(), program);
    }
}
