package org.switchboard.local.asterisk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchboard.local.Platform;

/**
 * Asterisk and every library it needs, unpacked into one folder. It runs by the folder's own dynamic loader, so the
 * machine's own libraries, older or newer, have no part in it.
 *
 * @param root the folder
 * @param version Asterisk's version, such as 22.10.1
 * @param platform the architecture it was unpacked for
 */
public record AsteriskTree(Path root, String version, Platform platform) {

    private Path libraries() {
        return root.resolve("usr/lib").resolve(platform.triplet());
    }

    /** Loadable modules. */
    public Path modules() {
        return libraries().resolve("asterisk/modules");
    }

    /** Sounds, music and documentation. */
    public Path share() {
        return root.resolve("usr/share/asterisk");
    }

    /** Folder of the program itself. */
    public Path sbin() {
        return root.resolve("usr/sbin");
    }

    /** Program that converts sound files (SoX); it takes its libraries from this folder whoever starts it. */
    public Path sox() {
        return root.resolve(SoundTools.FOLDER).resolve(SoundTools.SOX);
    }

    /** Program that speaks text (eSpeak NG), with its voices. */
    public Path espeak() {
        return root.resolve(SoundTools.FOLDER).resolve(SoundTools.ESPEAK);
    }

    /** PostgreSQL's ODBC driver, in its Unicode kind. */
    public Path odbcDriver() {
        return libraries().resolve("odbc/psqlodbcw.so");
    }

    /**
     * The command line that runs Asterisk with a configuration.
     *
     * @param arguments added to it
     */
    public List<String> command(Path asteriskConf, String... arguments) {
        var path = new ArrayList<String>();
        path.add(libraries().toString());
        // Sub-folders hold what Debian switches by "alternatives", and PulseAudio's private library.
        for (String folder : new String[] {"pulseaudio", "blas", "lapack", "systemd"}) {
            if (Files.isDirectory(libraries().resolve(folder))) {
                path.add(libraries().resolve(folder).toString());
            }
        }
        var command = new ArrayList<>(List.of(libraries().resolve(platform.loader()).toString(), "--inhibit-cache",
                "--library-path", String.join(":", path), sbin().resolve("asterisk").toString(),
                "-C", asteriskConf.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * The environment that keeps the tree's libraries away from the machine's files.
     *
     * @param etc folder with the rendered configuration
     */
    public Map<String, String> environment(Path etc) {
        var environment = new HashMap<String, String>();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", etc.toString());
        environment.put("ODBCSYSINI", etc.toString());
        environment.put("ODBCINI", etc.resolve("odbc.ini").toString());
        environment.put("GCONV_PATH", libraries().resolve("gconv").toString());
        environment.put("OPENSSL_CONF", root.resolve("etc/ssl/openssl.cnf").toString());
        environment.put("OPENSSL_MODULES", libraries().resolve("ossl-modules").toString());
        // Call records and log lines of one machine are all in one zone.
        environment.put("TZ", "UTC");
        return environment;
    }
}
