package org.switchboard.telephony.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.plan.RandomCompany;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Evaluator;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.Question;
import org.switchboard.telephony.route.RouteStep;

/** Whatever routing decides in random companies, the portal has a sentence for it that asks for no more than it is given. */
class RuleSentencesTest {

    private static final Path WORDS = Path.of("../pbx-web/src/main/resources/words");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final int COMPANIES = 1_500;

    @Test
    void given_random_companies_and_callers_when_asked_then_every_step_has_a_sentence_in_both_languages() throws IOException {
        var languages = List.of(words("explain.properties"), words("explain_ko.properties"));
        var random = new Random(20_261_123);
        Set<String> rules = new HashSet<>();
        for (var i = 0; i < COMPANIES; i++) {
            var plan = new RandomCompany(new UUID(0, i), i % 1_000, random).draw();
            for (var step : Evaluator.answer(plan, question(plan, random)).steps()) {
                rules.add(step.rule());
                languages.forEach(words -> hasSentence(words, step));
            }
        }
        assertThat(rules).hasSizeGreaterThan(40);
    }

    private static void hasSentence(Properties words, RouteStep step) {
        var sentence = words.getProperty("why." + step.rule());
        assertThat(sentence).as(step.toString()).isNotNull();
        var most = PLACEHOLDER.matcher(sentence).results().mapToInt(found -> Integer.parseInt(found.group(1))).max().orElse(0);
        var isLess = most > step.args().size() || step.args().subList(0, Math.min(most, step.args().size())).contains("");
        assertThat(!isLess || words.containsKey("why." + step.rule() + ".plain")).as("%s: %s", sentence, step).isTrue();
    }

    private static Question question(TenantPlan plan, Random random) {
        var extensions = List.copyOf(plan.extensions());
        var numbers = List.copyOf(plan.numbers());
        var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 86_400));
        var digits = random.ints(random.nextInt(6), 0, 13).mapToObj("0123456789*#,"::charAt).map(String::valueOf).reduce("", String::concat);
        var ifRung = IfRung.values()[random.nextInt(4)];
        if (random.nextBoolean() && !numbers.isEmpty()) {
            var caller = random.nextInt(4) == 0 ? CallerNumber.ANONYMOUS : CallerNumber.parse(List.of("01012345678", "+12125550123", "070123").get(random.nextInt(3)), false, "KR");
            var number = numbers.get(random.nextInt(numbers.size())).number();
            return new Question(new Origin.Outside(caller, number), number, at, digits, ifRung);
        }
        var dialled = switch (random.nextInt(5)) {
            case 0 -> List.of("*43", "*97", "112", "999", "*78").get(random.nextInt(5));
            case 1 -> List.of("0212345678", "0013125550123", "+442079460000", "0603001234", "114").get(random.nextInt(5));
            case 2 -> numbers.isEmpty() ? "1" : numbers.get(random.nextInt(numbers.size())).number();
            default -> extensions.get(random.nextInt(extensions.size())).number();
        };
        return new Question(new Origin.Inside(extensions.get(random.nextInt(extensions.size())), null), dialled, at, digits, ifRung);
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(WORDS.resolve(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
