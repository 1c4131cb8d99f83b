package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.switchboard.telephony.alert.AlertBook;
import org.switchboard.telephony.alert.AlertKind;
import org.switchboard.telephony.alert.AlertMail;
import org.switchboard.telephony.alert.QueueAlertService;
import org.switchboard.telephony.alert.Trouble;
import org.switchboard.telephony.tenant.TenantScope;

/** What scripts see of queues at work, and alerts with their mails. */
@ApiTest
final class QueuesAtWorkTest {

    @Autowired
    private Companies companies;

    @Autowired
    private AlertBook book;

    @Autowired
    private QueueAlertService alerts;

    @Test
    void given_a_queue_with_an_agent_when_asked_for_by_name_number_or_id_then_its_live_state() {
        Api admin = companies.open("Live").admin();
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
        admin.post("/agents", "{\"extension\":\"101\"}");
        String id = admin.post("/queues", "{\"name\":\"Front desk\",\"number\":\"700\",\"agents\":[{\"agent\":\"101\"}]}").text("id");

        for (String name : new String[] {"Front%20desk", "front%20desk", "700", id}) {
            Api.Reply live = admin.get("/queues/" + name + "/live");
            assertThat(live.status()).as(name).isEqualTo(200);
            assertThat(live.body().path("waiting").isArray()).isTrue();
            assertThat(live.body().at("/agents/0/name").asString()).isEqualTo("Mina");
            assertThat(live.body().at("/agents/0/state").asString()).isEqualTo("signed_out");
            assertThat(live.body().path("serviceLevel").isNull() || !live.body().has("serviceLevel")).isTrue();
        }
        assertThat(admin.get("/agents/101/state").text("state")).isEqualTo("signed_out");
        Api other = companies.open("Elsewhere").admin();
        assertThat(other.get("/queues/Front%20desk/live").status()).isEqualTo(404);
        assertThat(other.get("/queues/" + id + "/live").status()).isEqualTo(404);
        assertThat(other.get("/agents/101/state").status()).isEqualTo(404);
    }

    @Test
    void given_a_queue_in_trouble_when_it_begins_and_is_over_then_one_mail_each_and_none_again_for_a_quarter_of_an_hour() {
        Companies.Company company = companies.open("Trouble");
        UUID queue = UUID.fromString(company.admin().post("/queues", "{\"name\":\"Hot line\",\"alerts\":{\"emails\":[\"lead@hot.example\"]}}").text("id"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Trouble trouble = new Trouble(company.id(), queue, AlertKind.WAITING, now, 9, 3);

        book.began(trouble);
        book.began(trouble);
        AlertMail begun = claim(queue, now.plusSeconds(1));
        assertThat(begun.emails()).containsExactly("lead@hot.example");
        assertThat(begun.endedAt()).isNull();
        book.sent(begun, now.plusSeconds(1));
        assertThat(book.claim(now.plusSeconds(2)).filter(mail -> mail.queueId().equals(queue))).isEmpty();

        book.ended(trouble, now.plusSeconds(60));
        AlertMail over = claim(queue, now.plusSeconds(61));
        assertThat(over.endedAt()).isEqualTo(now.plusSeconds(60));
        book.sent(over, now.plusSeconds(61));

        book.began(new Trouble(company.id(), queue, AlertKind.WAITING, now.plusSeconds(120), 9, 3));
        assertThat(book.claim(now.plusSeconds(121)).filter(mail -> mail.queueId().equals(queue))).isEmpty();
        assertThat(TenantScope.tenant(company.id(), "test").call(() -> alerts.recent(now.minus(Duration.ofHours(1)), 50))).hasSize(2);
        assertThat(TenantScope.tenant(companies.open("Other").id(), "test").call(() -> alerts.recent(Instant.EPOCH, 50))).isEmpty();
    }

    @Test
    void given_a_mail_that_is_refused_when_it_is_due_again_then_it_is_tried_again() {
        Companies.Company company = companies.open("Retry");
        UUID queue = UUID.fromString(company.admin().post("/queues", "{\"name\":\"Line\",\"alerts\":{\"emails\":[\"lead@retry.example\"]}}").text("id"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        book.abandoned(company.id(), queue, now, 42, "+8225550100");

        AlertMail mail = claim(queue, now.plusSeconds(1));
        assertThat(mail.value()).isEqualTo(42);
        book.failed(mail, "no", now.plusSeconds(30));
        assertThat(book.claim(now.plusSeconds(2)).filter(other -> other.queueId().equals(queue))).isEmpty();
        assertThat(claim(queue, now.plusSeconds(31)).attempts()).isEqualTo(2);
    }

    // Mails of other tests of the same database may be due too.
    private AlertMail claim(UUID queue, Instant now) {
        for (var mail = book.claim(now); mail.isPresent(); mail = book.claim(now)) {
            if (mail.get().queueId().equals(queue)) {
                return mail.get();
            }
        }
        throw new AssertionError("no mail is due");
    }
}
