package org.switchboard.local.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Shell;

/**
 * One Debian suite seen through {@code apt-get} with a state folder of its own: nothing of the machine's package
 * state is read or changed, and no root is needed. What is downloaded is signed by Debian's archive keys.
 */
final class AptSuite {

    private static final List<Path> KEYRINGS = List.of(
            Path.of("/usr/share/keyrings/debian-archive-keyring.gpg"),
            Path.of("/usr/share/keyrings/debian-archive-keyring.pgp"));
    private static final String MIRROR_VARIABLE = "PBX_DEBIAN_MIRROR";
    private static final Pattern DEBIAN_URI = Pattern.compile("https?://[^\\s]+/debian/?(?=\\s|$)");
    private static final Pattern DEB_LINE = Pattern.compile("'[^']+' (\\S+\\.deb) (\\d+)( .*)?");

    private final Path folder;
    private final Progress progress;

    /**
     * @param folder state folder, made here
     * @param suite such as forky
     */
    AptSuite(Path folder, String suite, Platform platform, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        if (Shell.find("apt-get").isEmpty() || Shell.find("dpkg").isEmpty()) {
            throw new Refusal("Asterisk is taken from Debian's packages and apt-get is not here: "
                    + "run this on Debian or Ubuntu.");
        }
        Path keyring = KEYRINGS.stream().filter(Files::isReadable).findFirst().orElseThrow(() -> new Refusal(
                "Debian's archive keys are not on this machine: install them with "
                        + "\"apt-get install debian-archive-keyring\"."));
        try {
            for (String path : List.of("state/lists/partial", "cache/archives/partial", "parts")) {
                Files.createDirectories(folder.resolve(path));
            }
            Files.writeString(folder.resolve("status"), "");
            Files.writeString(folder.resolve("sources.list"), "deb [arch=" + platform.debianName() + " signed-by="
                    + keyring + "] " + mirror() + " " + suite + " main\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A package file to fetch. */
    record Deb(String fileName, long size) {
    }

    /** Fetches the suite's list of packages. */
    void update() {
        var result = Shell.run(apt("apt-get", "-q", "-o", "APT::Update::Error-Mode=any", "update"));
        if (!result.ok()) {
            throw new Refusal("Debian's package list could not be fetched (" + result.tail()
                    + "): check the network and the mirror in /etc/apt, then start again.");
        }
    }

    /** The version the suite offers of a package, in Debian's notation. */
    String candidate(String name) {
        return Shell.run(apt("apt-cache", "policy", name)).output().lines().map(String::strip)
                .filter(line -> line.startsWith("Candidate: ")).map(line -> line.substring("Candidate: ".length()))
                .filter(version -> !version.equals("(none)")).findFirst()
                .orElseThrow(() -> new Refusal("The Debian mirror " + mirror() + " does not offer the package " + name
                        + ": use a complete mirror in /etc/apt."));
    }

    /** Downloads packages with all they depend on, and says which files these are. */
    List<Path> download(List<String> names) {
        var install = new ArrayList<>(List.of("apt-get", "-y", "-qq", "--no-install-recommends", "--download-only"));
        var plan = new ArrayList<>(install);
        plan.add("--print-uris");
        Stream.of(install, plan).forEach(command -> {
            command.add("install");
            command.addAll(names);
        });
        var listed = Shell.run(apt(plan.toArray(String[]::new)));
        var debs = listed.output().lines().map(DEB_LINE::matcher).filter(line -> line.matches())
                .map(line -> new Deb(line.group(1), Long.parseLong(line.group(2)))).toList();
        if (!listed.ok() || debs.isEmpty()) {
            throw new Refusal("apt-get cannot resolve Asterisk's packages (" + listed.tail()
                    + "): try again later, the mirror may be in the middle of an update.");
        }
        long total = debs.stream().mapToLong(Deb::size).sum();
        progress.step("Asterisk: downloading " + total / 1_000_000 + " MB in " + debs.size() + " packages");
        var watcher = Thread.ofVirtual().start(() -> watch());
        try {
            var result = Shell.run(apt(install.toArray(String[]::new)));
            if (!result.ok()) {
                throw new Refusal("Asterisk's packages could not be downloaded (" + result.tail()
                        + "): check the network, then start again.");
            }
        } finally {
            watcher.interrupt();
        }
        progress.done("done");
        return debs.stream().map(deb -> folder.resolve("cache/archives").resolve(deb.fileName())).toList();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(Duration.ofMillis(500));
                try (var files = Files.walk(folder.resolve("cache/archives"))) {
                    long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
                    progress.update(bytes / 1_000_000 + " MB");
                } catch (IOException | UncheckedIOException movedMeanwhile) {
                    progress.update("");
                }
            }
        } catch (InterruptedException downloadEnded) {
            Thread.currentThread().interrupt();
        }
    }

    /** The mirror that the environment names, else the one that the machine itself uses for Debian. */
    private static String mirror() {
        String named = System.getenv(MIRROR_VARIABLE);
        if (named != null && !named.isBlank()) {
            if (!DEBIAN_URI.matcher(named.strip()).matches()) {
                throw new Refusal(MIRROR_VARIABLE + " is \"" + named + "\": it takes the http or https address of a mirror of Debian, "
                        + "which ends in /debian.");
            }
            return named.strip();
        }
        var targets = Shell.run(List.of("apt-get", "indextargets", "--format", "$(REPO_URI)|$(LABEL)",
                "Created-By: Packages"));
        var fromLists = targets.output().lines().filter(line -> line.endsWith("|Debian"))
                .map(line -> line.substring(0, line.indexOf('|'))).findFirst();
        return fromLists.or(AptSuite::mirrorFromSources).orElseThrow(() -> new Refusal(
                "Asterisk is taken from Debian's packages and this machine's apt knows no mirror of Debian: put the address of one "
                        + "(it ends in /debian) into " + MIRROR_VARIABLE + "."));
    }

    /** On a fresh machine no list has been fetched yet, and only the source files tell the mirror. */
    private static Optional<String> mirrorFromSources() {
        try (var parts = Files.isDirectory(Path.of("/etc/apt/sources.list.d"))
                ? Files.list(Path.of("/etc/apt/sources.list.d")) : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(Path.of("/etc/apt/sources.list")), parts.sorted())
                    .filter(Files::isReadable).flatMap(AptSuite::lines)
                    .filter(line -> !line.strip().startsWith("#"))
                    .flatMap(line -> DEBIAN_URI.matcher(line).results().map(match -> match.group())).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> apt(String... command) {
        var all = new ArrayList<String>();
        all.add(command[0]);
        for (String option : List.of("Dir::State=" + folder.resolve("state"), "Dir::State::status=" + folder.resolve("status"),
                "Dir::Cache=" + folder.resolve("cache"), "Dir::Etc::SourceList=" + folder.resolve("sources.list"),
                "Dir::Etc::SourceParts=" + folder.resolve("parts"), "Dir::Etc::Preferences=/dev/null",
                "Dir::Etc::PreferencesParts=" + folder.resolve("parts"), "Debug::NoLocking=true",
                // The files belong to whoever runs this, also when that is root.
                "APT::Sandbox::User=",
                // A mirror that lags behind is still signed; the version is checked by the caller.
                "Acquire::Check-Valid-Until=false", "Acquire::Languages=none")) {
            all.add("-o");
            all.add(option);
        }
        all.addAll(List.of(command).subList(1, command.length));
        return all;
    }
}
