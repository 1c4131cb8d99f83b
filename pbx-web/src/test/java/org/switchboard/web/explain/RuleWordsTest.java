package org.switchboard.web.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.hours.HoursState;
import org.switchboard.telephony.number.CallClass;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.route.ServiceCode;

/** Every rule that routing's sources name has its sentence in both languages, and says all that it is given. */
class RuleWordsTest {

    private static final Path ROUTE = Path.of("../pbx-telephony/src/main/java/org/switchboard/telephony/route");
    private static final Pattern RULE = Pattern.compile("\"((?:number|route|extension|schedule|menu|ring_group|voicemail|announcement|outside|hangup|step)\\.[a-z_.]+)\"");
    private static final List<String> LANGUAGES = List.of("", "_ko");

    private final RuleWords words = new RuleWords(messages());

    @Test
    void given_the_sources_of_routing_then_every_rule_has_a_sentence_in_both_languages() throws IOException {
        var rules = rules();
        assertThat(rules).hasSizeGreaterThan(70).contains("menu.no_input.last", "step.refuse.closed", "outside.forbidden.premium", "schedule.holiday",
                "hangup.busy", "number.blocked.prefix", "route.outside.national");
        for (var language : LANGUAGES) {
            assertThat(properties(language).stringPropertyNames()).as(language).containsAll(rules.stream().map(rule -> "why." + rule).toList());
        }
    }

    @Test
    void given_every_end_then_it_has_words_in_both_languages() throws IOException {
        var ends = Stream.concat(Stream.concat(Arrays.stream(Refusal.values()).map(one -> "way.end.refuse." + one.key()),
                Arrays.stream(ServiceCode.values()).map(one -> "way.end.service." + one.key())), Stream.of("way.end.service.switch_hours")).toList();
        for (var language : LANGUAGES) {
            assertThat(properties(language).stringPropertyNames()).containsAll(ends);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void given_less_to_tell_than_a_sentence_wants_then_the_plain_one_is_said_and_no_placeholder_is_left(String language) throws IOException {
        for (var rule : rules()) {
            var locale = Locale.of(language);
            var most = placeholders(rule);
            for (var count = 0; count <= most; count++) {
                var args = IntStream.range(0, count).mapToObj(i -> "arg" + i).toList();
                var said = words.sentence(rule, "Thing", args, "KR", locale);
                if (count == most) {
                    assertThat(said).as(rule).doesNotContain("{");
                    args.forEach(arg -> assertThat(said).as(rule).contains(arg));
                } else if (has(rule + ".plain")) {
                    assertThat(said).as(rule + " plain").doesNotContain("{" + most);
                }
            }
        }
    }

    @Test
    void given_outside_numbers_then_they_are_written_as_in_the_company_s_country() {
        assertThat(words.sentence("outside.over", "+8221234567", List.of("Usual", "Provider", "+12125550123"), "KR", Locale.ENGLISH))
                .isEqualTo("02-123-4567 is called by the route Usual over the trunk Provider, showing +1 212-555-0123.");
        assertThat(words.sentence("outside.over", "+8221234567", List.of("Usual", "Provider", ""), "KR", Locale.ENGLISH)).endsWith("showing no number.");
        assertThat(words.sentence("ring_group.rings_all", "Sales", List.of("101 Mina, +821012345678", "20"), "KR", Locale.ENGLISH))
                .isEqualTo("Sales rings 101 Mina, 010-1234-5678, all together, for 20 seconds.");
    }

    @Test
    void given_a_way_to_end_a_call_then_it_is_said_in_words() {
        assertThat(words.sentence("menu.key", "Main", List.of("9", "busy"), "KR", Locale.ENGLISH)).isEqualTo("The caller presses 9, which leads to busy tone.");
    }

    @Test
    void given_steps_of_former_versions_then_they_still_read_well() {
        assertThat(words.sentence("route.extension", "102", List.of(), "KR", Locale.ENGLISH)).isEqualTo("102 was dialled: an extension of the company.");
        assertThat(words.sentence("step.extension.no_answer", "102", List.of(), "KR", Locale.ENGLISH)).isEqualTo("102 rang, and nobody answered in time.");
        assertThat(words.sentence("nothing.known", "102", List.of("x"), "KR", Locale.ENGLISH)).isEqualTo("nothing.known 102");
    }

    /** What stands in the sources, with what each composed key can end in. */
    private static Set<String> rules() throws IOException {
        var rules = new TreeSet<String>();
        try (var files = Files.list(ROUTE)) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                RULE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(rules::add);
            }
        }
        compose(rules, "hangup.", Arrays.stream(HangupKind.values()).map(HangupKind::value));
        compose(rules, "step.refuse.", Arrays.stream(Refusal.values()).map(Refusal::key));
        compose(rules, "route.outside.", Arrays.stream(CallClass.values()).map(CallClass::value));
        compose(rules, "outside.forbidden.", Arrays.stream(CallClass.values()).filter(one -> one != CallClass.EMERGENCY).map(CallClass::value));
        compose(rules, "number.blocked.", Arrays.stream(CallerRule.Matches.values()).map(one -> one.name().toLowerCase(Locale.ROOT)));
        compose(rules, "schedule.", Stream.of(HoursState.SWITCHED_OPEN, HoursState.SWITCHED_OPEN_UNTIL, HoursState.SWITCHED_CLOSED,
                HoursState.SWITCHED_CLOSED_UNTIL, HoursState.EXCEPTION_OPEN, HoursState.EXCEPTION_CLOSED, HoursState.HOLIDAY, HoursState.WEEKLY_OPEN,
                HoursState.WEEKLY_CLOSED).map(rule -> rule.substring(rule.indexOf('.') + 1)));
        rules.addAll(List.of("route.extension", "route.menu", "route.ring_group", "menu.no_input.last", "menu.wrong_input.last"));
        assertThat(rules).noneMatch(rule -> rule.endsWith("."));
        return rules;
    }

    private static void compose(Set<String> rules, String begin, Stream<String> ends) {
        rules.remove(begin);
        ends.forEach(end -> rules.add(begin + end));
    }

    private static int placeholders(String rule) throws IOException {
        return Pattern.compile("\\{(\\d)}").matcher(properties("").getProperty("why." + rule)).results()
                .mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0);
    }

    private static boolean has(String rule) throws IOException {
        return properties("").containsKey("why." + rule);
    }

    private static Properties properties(String language) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/words/explain" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("words/explain", "words/flows", "messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
