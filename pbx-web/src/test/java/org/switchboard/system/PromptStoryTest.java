package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** Words that an admin types are heard by whoever calls next; and so are the words that replace them. */
@SystemTest
final class PromptStoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration CHANGED = Duration.ofSeconds(5);

    @Test
    void given_a_menu_when_its_prompt_is_typed_and_changed_then_each_call_hears_the_words_of_its_time(Phones phones, Company company) {
        company.extension("101", "Alice");
        var alice = phones.at("alice", company.device("101", "Desk"));
        JsonNode prompt = company.api().post("/prompts", Map.of("name", "Menu", "text", "안녕하세요", "language", "ko"));
        company.api().post("/menus", Map.of("name", "Menu", "number", "300", "promptId", prompt.path("id").asString(), "tries", 1,
                "firstDigitSeconds", 1));

        double first = secondsOfWords(alice);
        assertThat(first).as("seconds of words heard").isGreaterThan(0.5);

        company.api().patch("/prompts/" + prompt.path("id").asString(), Map.of("language", "en", "text",
                "Welcome to the company. All our colleagues are out for lunch now, and will be happy to call you back in the afternoon."));
        // A call that is already on its way may still hear the former words.
        boolean heard = Await.until(CHANGED, () -> secondsOfWords(alice) > first + 3);
        assertThat(heard).as("the new words are heard").isTrue();
    }

    private static double secondsOfWords(Person caller) {
        var phone = caller.phone();
        var mark = phone.ear().mark();
        int before = phone.calls().size();
        phone.dial("300");
        boolean ended = Await.until(SOON, () -> phone.calls().size() > before && phone.calls().stream().noneMatch(PhoneCall::isOpen));
        assertThat(ended).as("the call has come and gone").isTrue();
        return phone.ear().since(mark).stream().mapToDouble(heard -> heard.partWithSound() * heard.seconds()).max().orElse(0);
    }
}
