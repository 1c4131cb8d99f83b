package org.switchboard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where things are in the data folder ({@code .local}); everything in it is readable by its owner only.
 *
 * @param data the data folder, absolute
 */
public record Layout(Path data) {

    /** Characters that Asterisk's configuration, an ODBC ini file or a library path would read as syntax. */
    private static final String FORBIDDEN = ";:[]\"#,\n\r\\$";

    /** Makes the path absolute and refuses one that configuration files could not carry. */
    public Layout {
        data = data.toAbsolutePath().normalize();
        requireUsable(data, "--data");
    }

    /**
     * Refuses a path with a character that a configuration file would read as syntax.
     *
     * @param remedy the flag or variable that chooses another path
     */
    public static void requireUsable(Path path, String remedy) {
        for (char c : path.toString().toCharArray()) {
            if (FORBIDDEN.indexOf(c) >= 0) {
                throw new Refusal("The path " + path + " contains '" + c
                        + "', which Asterisk's configuration cannot carry: choose another with " + remedy + ".");
            }
        }
    }

    /** Makes the folders that all parts share. */
    public Layout create() {
        try {
            createPrivate(data);
            for (Path folder : new Path[] {run(), log(), spool(), prompts()}) {
                createPrivate(folder);
            }
            return this;
        } catch (IOException e) {
            throw new Refusal("The data folder " + data + " cannot be written (" + e.getMessage()
                    + "): choose another with --data.", e);
        }
    }

    /** Makes a folder, and its missing parents, for the owner alone. */
    public static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Writes a file that only the owner can read, in one step: a reader sees the old or the new text. */
    public static void writePrivate(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pid files and the lock. */
    public Path run() {
        return data.resolve("run");
    }

    /** What the processes print. */
    public Path log() {
        return data.resolve("log");
    }

    /** Channel events of Asterisk and steps of the engine (PBX_SPOOL_DIR). */
    public Path spool() {
        return data.resolve("spool");
    }

    /** The companies' prompts as files, written by the engine and read by Asterisk (PBX_PROMPT_DIR). */
    public Path prompts() {
        return data.resolve("prompts");
    }

    /** Recordings of talks that are kept (PBX_TALK_DIR). */
    public Path recordings() {
        return data.resolve("recordings");
    }

    /** Asterisk's own folders. */
    public Path asterisk() {
        return data.resolve("asterisk");
    }

    /** The database cluster. */
    public Path postgres() {
        return data.resolve("postgres");
    }

    /** The portal's working folder. */
    public Path portal() {
        return data.resolve("portal");
    }

    /** All generated passwords. */
    public Path secretsFile() {
        return data.resolve("secrets.properties");
    }

    /** The settings of the last start, which later commands go by. */
    public Path settingsFile() {
        return data.resolve("settings.properties");
    }

    /** What the portal seeded on the first run; absent when it seeded nothing. */
    public Path demoFile() {
        return data.resolve("demo.json");
    }
}
