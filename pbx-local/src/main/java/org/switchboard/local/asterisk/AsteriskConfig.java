package org.switchboard.local.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchboard.local.Layout;

/**
 * Asterisk's configuration files: templates on the class path ({@code asterisk/etc}) with {@code ${NAME}} filled in.
 */
final class AsteriskConfig {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_0-9]*)}");
    /** In these, ${...} is Asterisk's own notation; they are taken as they are. */
    private static final Set<String> VERBATIM = Set.of("extensions.conf", "func_odbc.conf");

    private AsteriskConfig() {
    }

    /**
     * Fills in the templates.
     *
     * @param values by placeholder name; every placeholder must have one
     * @return file name to text
     */
    static Map<String, String> render(Map<String, String> values) {
        var rendered = new TreeMap<String, String>();
        templates().forEach((name, text) -> rendered.put(name, VERBATIM.contains(name) ? text : fill(name, text, values)));
        return rendered;
    }

    /** Writes rendered files; they hold passwords, so only the owner can read them. Files of former versions go. */
    static void write(Map<String, String> rendered, Path folder) {
        try {
            Layout.createPrivate(folder);
            try (var present = Files.list(folder)) {
                for (Path file : present.filter(file -> !rendered.containsKey(file.getFileName().toString())).toList()) {
                    Files.delete(file);
                }
            }
            rendered.forEach((name, text) -> Layout.writePrivate(folder.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the folder holds exactly these files. */
    static boolean isWritten(Map<String, String> rendered, Path folder) {
        return rendered.entrySet().stream().allMatch(entry -> {
            try {
                return Files.readString(folder.resolve(entry.getKey())).equals(entry.getValue());
            } catch (IOException absent) {
                return false;
            }
        });
    }

    private static String fill(String name, String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " asks for ${" + match.group(1) + "}, which has no value");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Map<String, String> templates() {
        try {
            URI place = AsteriskConfig.class.getResource("/asterisk/etc/asterisk.conf").toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place).getParent());
            }
            URI jar = URI.create(place.toString().substring("jar:".length(), place.toString().indexOf('!')));
            try (var files = FileSystems.newFileSystem(Path.of(jar))) {
                return read(files.getPath("/asterisk/etc"));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }
}
