package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** A message is taken for the engine's decision, seen and marked in the portal, and its lamp follows. */
@SystemTest
final class VoicemailTest {

    private static final Duration LAMP = Duration.ofSeconds(2);

    @Test
    void given_a_declined_call_when_the_caller_speaks_then_the_portal_has_the_message_and_the_lamp_follows_what_is_done_there(
            Phones phones, Company company) {
        company.extension("101", "Alice").extension("102", "Bob");
        company.api().post("/voicemail-boxes", Map.of("extension", "102"));
        company.api().patch("/extensions/102/forwarding", Map.of("busy", Map.of("kind", "voicemail", "number", "102")));
        var alice = phones.at("alice", company.device("101", "Desk"));
        var bob = phones.at("bob", company.device("102", "Desk"));
        var other = Company.open(company.portal(), "voicemail-other");
        other.api().post("/voicemail-boxes", Map.of("number", "102", "name", "Theirs"));

        alice.calls("102");
        bob.rings().refuses();
        alice.talks().hearsWords();
        var mark = alice.phone().ear().mark();
        alice.presses("#");
        assertThat(Await.until(Person.SOON, () -> alice.phone().ear().since(mark).stream().anyMatch(sound -> sound.seconds() > 4)))
                .as("time to speak").isTrue();
        Instant left = Instant.now();
        alice.hangsUp();

        assertThat(lampAfter(left, bob.phone(), "yes")).as("lamp on after the message").isLessThan(LAMP);
        JsonNode message = company.api().get("/voicemail-boxes/102/messages").path("items").path(0);
        assertThat(message.path("callerNumber").asString()).isEqualTo("101");
        assertThat(message.path("callerName").asString()).isEqualTo("Alice");
        assertThat(message.path("heard").asBoolean()).isFalse();
        assertThat(other.api().get("/voicemail-boxes/102/messages").path("items")).isEmpty();

        String path = "/voicemail-boxes/102/messages/" + message.path("id").asString();
        Instant heard = Instant.now();
        company.api().patch(path, Map.of("heard", true));
        assertThat(lampAfter(heard, bob.phone(), "no")).as("lamp off after marking it heard").isLessThan(LAMP);
        Instant fresh = Instant.now();
        company.api().patch(path, Map.of("heard", false));
        assertThat(lampAfter(fresh, bob.phone(), "yes")).as("lamp on after marking it new").isLessThan(LAMP);
        Instant gone = Instant.now();
        company.api().delete(path);
        assertThat(lampAfter(gone, bob.phone(), "no")).as("lamp off after deleting it").isLessThan(LAMP);
    }

    private static Duration lampAfter(Instant moment, BaresipPhone phone, String waiting) {
        var lamp = phone.awaitMessage(Person.SOON, "lamp " + waiting, message -> message.isRequest("NOTIFY")
                && message.text().contains("Messages-Waiting: " + waiting) && message.at().isAfter(moment));
        Duration after = Duration.between(moment, lamp.at());
        System.out.println("voicemail: lamp " + waiting + " after " + after.toMillis() + " ms");
        return after;
    }
}
