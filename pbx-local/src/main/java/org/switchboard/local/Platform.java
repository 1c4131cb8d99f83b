package org.switchboard.local;

/**
 * The processor architectures that Debian's Asterisk and the PostgreSQL binaries exist for.
 */
public enum Platform {
    /** 64-bit Intel and AMD. */
    AMD64("amd64", "x86_64-linux-gnu", "ld-linux-x86-64.so.2", "/postgres-linux-x86_64.txz"),
    /** 64-bit ARM. */
    ARM64("arm64", "aarch64-linux-gnu", "ld-linux-aarch64.so.1", "/postgres-linux-arm_64.txz");

    private final String debianName;
    private final String triplet;
    private final String loader;
    private final String postgresArchive;

    Platform(String debianName, String triplet, String loader, String postgresArchive) {
        this.debianName = debianName;
        this.triplet = triplet;
        this.loader = loader;
        this.postgresArchive = postgresArchive;
    }

    /** The platform this runs on; refuses any other than Linux on these processors. */
    public static Platform current() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if ("Linux".equals(system) && "amd64".equals(processor)) {
            return AMD64;
        }
        if ("Linux".equals(system) && "aarch64".equals(processor)) {
            return ARM64;
        }
        throw new Refusal("This is " + system + " on " + processor
                + ", and Switchboard runs on Linux on amd64 or arm64: use such a machine, or a virtual one.");
    }

    /** Debian's name of the architecture. */
    public String debianName() {
        return debianName;
    }

    /** Name of the folder under {@code /usr/lib} with this architecture's libraries. */
    public String triplet() {
        return triplet;
    }

    /** File name of the dynamic loader in that folder. */
    public String loader() {
        return loader;
    }

    /** Class path name of the archive of PostgreSQL's programs. */
    public String postgresArchive() {
        return postgresArchive;
    }
}
