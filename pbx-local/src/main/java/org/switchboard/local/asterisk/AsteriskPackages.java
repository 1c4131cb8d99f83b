package org.switchboard.local.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.switchboard.local.Cache;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.FileLock;
import org.switchboard.local.process.Shell;

/**
 * Brings Asterisk, and the tools that make sound files, from Debian's packages into the user's cache, once for all clones.
 *
 * <p>Debian's stable suites have no Asterisk, so the packages come from the suite that does, with every library they
 * need down to the C library, and are unpacked rather than installed.
 */
public final class AsteriskPackages {

    private static final String SUITE = "forky";
    private static final String WANTED = "22.10.1";
    private static final String WANTED_SERIES = "22.";
    /** Raised when this class would unpack the same version differently, so that an old tree is not taken. */
    private static final int RECIPE = 2;
    private static final List<String> NAMES = List.of("asterisk", "asterisk-core-sounds-en-wav",
            "asterisk-core-sounds-en-g722", "asterisk-moh-opsound-wav", "odbc-postgresql",
            // What turns people's sound files and typed words into prompts.
            "sox", "libsox-fmt-mp3", "libsox-fmt-opus", "espeak-ng");

    private final Cache cache;
    private final Platform platform;
    private final Progress progress;

    /**
     * @param cache where trees are kept
     * @param platform which architecture to fetch
     * @param progress told of each long step
     */
    public AsteriskPackages(Cache cache, Platform platform, Progress progress) {
        this.cache = cache;
        this.platform = platform;
        this.progress = progress;
    }

    /** The tree in the cache; needs no network. Empty before the first download. */
    public Optional<AsteriskTree> cached() {
        if (!Files.isDirectory(cache.folder())) {
            return Optional.empty();
        }
        try (var folders = Files.list(cache.folder())) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith(suffix()))
                    .filter(folder -> folder.getFileName().toString().startsWith("asterisk-"))
                    .max(Comparator.naturalOrder()).map(this::tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree in the cache, downloaded and unpacked first when it is not there. */
    public AsteriskTree ensure() {
        var found = cached();
        if (found.isPresent()) {
            return found.get();
        }
        cache.requireRoom();
        try (var _ = FileLock.take(cache.lockFile(), () -> progress.line("Waiting for another download to end ..."))) {
            // Another run may have brought it while we waited.
            return cached().orElseGet(this::fetch);
        }
    }

    private AsteriskTree fetch() {
        Path work = cache.folder().resolve("work-" + ProcessHandle.current().pid());
        try {
            removeLeftovers();
            progress.step("Asterisk: asking Debian " + SUITE + " what it offers");
            var suite = new AptSuite(work.resolve("apt"), SUITE, platform, progress);
            suite.update();
            String version = upstream(suite.candidate("asterisk"));
            progress.done(version);
            if (!version.startsWith(WANTED_SERIES)) {
                throw new Refusal("Debian " + SUITE + " now offers Asterisk " + version + " and Switchboard needs 22.x: "
                        + "point /etc/apt at a mirror or snapshot that has Asterisk " + WANTED + ".");
            }
            if (!version.equals(WANTED)) {
                progress.line("Note: this is Asterisk " + version + ", while " + WANTED + " is what was tested.");
            }
            var debs = suite.download(NAMES);
            Path fresh = work.resolve("tree");
            unpack(debs, fresh);
            Path target = cache.folder().resolve("asterisk-" + version + suffix());
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return tree(target);
        } catch (IOException e) {
            throw new Refusal("Asterisk could not be unpacked into " + cache.folder() + " (" + e.getMessage() + ").", e);
        } finally {
            discard(work);
        }
    }

    private void unpack(List<Path> debs, Path target) throws IOException {
        Files.createDirectories(target);
        progress.step("Asterisk: unpacking");
        int count = 0;
        for (Path deb : debs) {
            progress.update(++count + " of " + debs.size());
            var result = Shell.run(List.of("dpkg-deb", "--extract", deb.toString(), target.toString()));
            if (!result.ok()) {
                throw new Refusal("The package " + deb.getFileName() + " could not be unpacked (" + result.tail()
                        + "): start again to fetch it anew.");
            }
        }
        // Installing would make this link ("alternatives"); without it every prompt is missing.
        Path sounds = target.resolve("usr/share/asterisk/sounds");
        Files.createSymbolicLink(sounds.resolve("en"), Path.of("en_US_f_Allison"));
        // Links into the machine's own /var would lead out of the tree.
        for (String name : List.of("custom", "recordings", "priv-callerintros")) {
            Files.deleteIfExists(sounds.resolve(name));
        }
        SoundTools.write(target, platform);
        progress.done("done");
    }

    /** Folders of downloads that were killed; the lock tells that nobody works in them now. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> folders = Files.list(cache.folder())) {
            for (Path folder : folders.filter(f -> f.getFileName().toString().startsWith("work-")).toList()) {
                Cache.deleteTree(folder);
            }
        }
    }

    private void discard(Path work) {
        try {
            Cache.deleteTree(work);
        } catch (IOException e) {
            progress.line("Note: " + work + " could not be removed (" + e.getMessage() + "); delete it by hand.");
        }
    }

    private String suffix() {
        return "-" + platform.debianName() + "-r" + RECIPE;
    }

    private AsteriskTree tree(Path folder) {
        String name = folder.getFileName().toString();
        return new AsteriskTree(folder, name.substring("asterisk-".length(), name.length() - suffix().length()), platform);
    }

    /** 1:22.10.1+dfsg+~cs6-1 is upstream's 22.10.1 (Debian policy 5.6.12). */
    static String upstream(String debianVersion) {
        return debianVersion.replaceFirst("^\\d+:", "").replaceFirst("[-+~].*$", "");
    }
}
