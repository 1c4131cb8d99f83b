package org.switchboard.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.cdr.LegEventKind;
import org.switchboard.telephony.cdr.LegOutcome;
import org.switchboard.telephony.live.LiveCallState;
import org.switchboard.web.live.PhoneState;
import org.switchboard.web.security.Role;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9._-]*)[(}]");
    private static final Pattern REFUSAL = Pattern.compile("\"\\{?((?:invalid|taken)\\.[a-zA-Z.]+)}?\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    private static final List<String> BASE_NAMES = List.of("messages", "words/numbers", "words/schedules", "words/flows",
            "words/prompts", "words/voicemail", "words/explain", "words/queues", "words/callcentre", "words/wallboard",
            "words/supervision", "words/recordings", "words/reports", "words/simulation");

    private final Properties english = read(".properties");
    private final Properties korean = read("_ko.properties");

    @Test
    void givenTheMessageFiles_thenThePortalReadsThemAll() throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("application.yml"))).contains("basename: " + String.join(",", BASE_NAMES) + "\n");
        try (Stream<Path> files = Files.list(RESOURCES.resolve("words"))) {
            assertThat(files.map(file -> "words/" + file.getFileName()))
                    .allSatisfy(file -> assertThat(BASE_NAMES).contains(file.replaceFirst("(_ko)?\\.properties$", "")));
        }
    }

    @Test
    void givenBothLanguages_thenTheyHaveTheSameKeysAndPlaceholders() {
        assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(placeholders(korean, key)).as(key).isEqualTo(placeholders(english, key)));
    }

    @Test
    void givenTheTemplates_thenEveryKeyTheyNameHasWords() throws IOException {
        assertThat(english.stringPropertyNames()).containsAll(found(USED, RESOURCES.resolve("templates")));
    }

    @Test
    void givenTheRefusalsInTheCode_thenEachHasWords() throws IOException {
        Set<String> codes = new TreeSet<>(found(REFUSAL, Path.of("src/main/java")));
        codes.addAll(found(REFUSAL, Path.of("../pbx-telephony/src/main/java")));
        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(english.stringPropertyNames()).containsAll(codes);
    }

    @Test
    void givenTheChoicesInTheCode_thenEachHasWords() {
        Set<String> keys = Stream.of(
                        Stream.of(Disposition.values()).map(one -> "disposition." + one.value()),
                        Stream.of(LegOutcome.values()).map(one -> "leg." + one.value()),
                        Stream.of(LegEventKind.values()).map(one -> "leg-event." + one.value()),
                        Stream.of(LiveCallState.values()).map(one -> "live." + one.value()),
                        Stream.of(PhoneState.values()).map(one -> "state." + one.key()),
                        Stream.of(Role.values()).map(one -> "role." + one.key()))
                .flatMap(keysOfOne -> keysOfOne).collect(Collectors.toSet());
        assertThat(english.stringPropertyNames()).containsAll(keys);
    }

    private static Set<String> placeholders(Properties language, String key) {
        return PLACEHOLDER.matcher(language.getProperty(key)).results().map(result -> result.group()).collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    /** All files of a language; a key that stands in two of them would hide one of its meanings. */
    private static Properties read(String ending) {
        Properties all = new Properties();
        for (String name : BASE_NAMES) {
            Properties words = new Properties();
            try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name + ending), StandardCharsets.UTF_8)) {
                words.load(reader);
            } catch (IOException missing) {
                throw new AssertionError(missing);
            }
            words.forEach((key, value) -> assertThat(all.put(key, value)).as("%s in %s, and before it", key, name).isNull());
        }
        return all;
    }
}
