package org.switchboard.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.switchboard.local.process.Shell;

/** The programs that tests use beside Maven: phones, sound, a browser. Installed with apt-get when we may. */
final class TestTools {

    /** Program to the Debian package that has it. */
    private static final Map<String, String> PACKAGES = new TreeMap<>(Map.of("baresip", "baresip-core",
            "sipp", "sip-tester", "sox", "sox", "espeak-ng", "espeak-ng", "chromium", "chromium"));

    private final Progress progress;

    TestTools(Progress progress) {
        this.progress = progress;
    }

    /** Installs what is missing as root; as an ordinary user refuses with the line that does it. */
    void ensure() {
        List<String> missing = PACKAGES.entrySet().stream().filter(entry -> Shell.find(entry.getKey()).isEmpty())
                .map(Map.Entry::getValue).toList();
        if (missing.isEmpty()) {
            return;
        }
        String packages = missing.stream().collect(Collectors.joining(" "));
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new Refusal("The tests need programs that are not here: install them with \"sudo apt-get install "
                    + packages + "\", then start again.");
        }
        progress.step("Installing what the tests need (" + packages + ")");
        Shell.run(List.of("apt-get", "-q", "update"));
        var command = new ArrayList<>(List.of("apt-get", "-q", "-y", "--no-install-recommends", "install"));
        command.addAll(missing);
        var installed = Shell.run(command, Map.of("DEBIAN_FRONTEND", "noninteractive"));
        if (!installed.ok()) {
            throw new Refusal("The tests need " + packages + " and apt-get could not install them ("
                    + installed.tail() + "): install them by hand, then start again.");
        }
        progress.done("done");
    }
}
