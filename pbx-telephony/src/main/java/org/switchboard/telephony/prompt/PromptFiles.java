package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The companies' prompts as files that Asterisk reads, one folder for all. A file has its sound's time and size, so the two are
 * compared without reading either. While the database is away the files stay, and calls go on with them.
 */
public final class PromptFiles {

    private static final Logger log = LoggerFactory.getLogger(PromptFiles.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}" + Pattern.quote(SoundFiles.EXTENSION));
    private static final String GONE = ".gone";
    /** A call that hears a menu may come back to it for a while after the menu's prompt was deleted. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Path folder;
    private final PromptFileSource source;
    private final InstantSource clock;
    /** Whose files are on the disk, by company; empty before the first comparison with the database. */
    private final Map<UUID, Set<UUID>> known = new HashMap<>();

    /**
     * Touches nothing yet.
     *
     * @param folder         where the files are; Asterisk reads it
     * @param engineDatabase connections of the engine's role
     * @param clock          what time it is
     */
    public PromptFiles(Path folder, DataSource engineDatabase, InstantSource clock) {
        this.folder = folder.toAbsolutePath();
        this.source = new PromptFileSource(engineDatabase);
        this.clock = clock;
    }

    /**
     * What to play to hear a prompt.
     *
     * @param promptId the prompt
     * @return media for ARI ({@code sound:…})
     */
    public String media(UUID promptId) {
        return "sound:" + folder.resolve(hex(promptId));
    }

    /**
     * Makes the files be what the database says, for all companies.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away; all files are as they were
     */
    public synchronized void refreshAll() {
        var wanted = source.all();
        var ids = new HashSet<UUID>();
        known.clear();
        wanted.forEach(prompt -> {
            ids.add(prompt.id());
            known.computeIfAbsent(prompt.tenantId(), tenant -> new HashSet<>()).add(prompt.id());
        });
        writeChanged(wanted);
        onDisk(() -> {
            present().filter(file -> !ids.contains(id(file))).forEach(this::markGone);
            sweep();
        });
    }

    /**
     * Makes the files of some companies be what the database says.
     *
     * @param tenantIds the companies that changed
     * @throws org.springframework.dao.DataAccessException when the database is away; all files are as they were
     */
    public synchronized void refresh(Collection<UUID> tenantIds) {
        if (tenantIds.isEmpty()) {
            return;
        }
        var wanted = source.of(tenantIds);
        var before = new HashSet<UUID>();
        tenantIds.forEach(tenant -> before.addAll(known.getOrDefault(tenant, Set.of())));
        known.keySet().removeAll(Set.copyOf(tenantIds));
        wanted.forEach(prompt -> {
            before.remove(prompt.id());
            known.computeIfAbsent(prompt.tenantId(), tenant -> new HashSet<>()).add(prompt.id());
        });
        writeChanged(wanted);
        onDisk(() -> {
            before.stream().map(this::file).filter(Files::exists).forEach(this::markGone);
            sweep();
        });
    }

    /** A disk that fails must not keep plans from being in force: what could not be done is done at the next change. */
    private void onDisk(Runnable work) {
        try {
            work.run();
        } catch (UncheckedIOException failed) {
            log.error("The folder of prompts {} could not be tidied: {}", folder, failed.getMessage());
        }
    }

    private void writeChanged(Collection<PromptFileSource.Wanted> wanted) {
        for (var prompt : wanted) {
            Path file = file(prompt.id());
            try {
                Files.deleteIfExists(mark(file));
                if (!isCurrent(file, prompt)) {
                    write(file, prompt);
                }
            } catch (IOException full) {
                // The others are still worth writing; this one is tried again at the next change.
                log.error("The prompt {} could not be written for Asterisk: {}", file, full.getMessage());
            }
        }
    }

    private static boolean isCurrent(Path file, PromptFileSource.Wanted prompt) throws IOException {
        return Files.exists(file) && Files.size(file) == prompt.bytes()
                && Files.getLastModifiedTime(file).toMillis() == prompt.audioAt().toEpochMilli();
    }

    private void write(Path file, PromptFileSource.Wanted prompt) throws IOException {
        var sound = source.sound(prompt.id());
        if (sound.isPresent()) {
            SoundFiles.write(file, sound.get());
            Files.setLastModifiedTime(file, FileTime.from(prompt.audioAt()));
        }
    }

    /** Remembers beside the file since when nothing wants it. */
    private void markGone(Path file) {
        try {
            if (!Files.exists(mark(file))) {
                Files.createFile(mark(file));
                Files.setLastModifiedTime(mark(file), FileTime.from(clock.instant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep() {
        var limit = clock.instant().minus(KEPT);
        present().map(PromptFiles::mark).filter(Files::exists).forEach(mark -> {
            try {
                if (!Files.getLastModifiedTime(mark).toInstant().isAfter(limit)) {
                    String sound = mark.getFileName().toString();
                    Files.deleteIfExists(mark.resolveSibling(sound.substring(0, sound.length() - GONE.length())));
                    Files.delete(mark);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Stream<Path> present() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(hex(id) + SoundFiles.EXTENSION);
    }

    private static Path mark(Path file) {
        return file.resolveSibling(file.getFileName() + GONE);
    }

    private static UUID id(Path file) {
        String hex = file.getFileName().toString();
        return new UUID(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16, 32), 16));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
