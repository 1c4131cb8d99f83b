package org.switchboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * The user's cache folder: what was downloaded or unpacked once serves every clone.
 *
 * @param folder {@code $XDG_CACHE_HOME/switchboard} (XDG Base Directory Specification)
 */
public record Cache(Path folder) {

    /** Room for what the first start unpacks and keeps, in bytes. */
    private static final long NEEDED = 1_500_000_000L;

    /** Makes the path absolute and refuses one that configuration files could not carry. */
    public Cache {
        folder = folder.toAbsolutePath().normalize();
        Layout.requireUsable(folder, "XDG_CACHE_HOME");
    }

    /** The cache of the user who runs this. */
    public static Cache ofUser() {
        Path base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(path -> path.startsWith("/"))
                .map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return new Cache(base.resolve("switchboard"));
    }

    /** Makes the folder and checks that the first download and its unpacking will fit. */
    public void requireRoom() {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < NEEDED) {
                throw new Refusal("There are " + free / 1_000_000 + " MB free at " + folder + " and the first start needs "
                        + NEEDED / 1_000_000 + " MB: free some space, or point XDG_CACHE_HOME at a larger disk.");
            }
        } catch (IOException e) {
            throw new Refusal("The cache folder " + folder + " cannot be written (" + e.getMessage()
                    + "): point XDG_CACHE_HOME at another.", e);
        }
    }

    /** The lock that one unpacking holds against another. */
    public Path lockFile() {
        return folder.resolve("lock");
    }

    /** Deletes a folder with all that is in it; nothing happens when it is absent. */
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
