package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.switchboard.local.process.Await;
import org.switchboard.telephony.figures.CallFigures;
import org.switchboard.telephony.figures.FigureRules;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.figures.Measure;
import org.switchboard.telephony.figures.QueueFigures;
import org.switchboard.telephony.queuelog.QueueEventKind;
import org.switchboard.telephony.queuelog.QueueEventRepository;
import org.switchboard.telephony.queuelog.RecordedEvent;
import tools.jackson.databind.JsonNode;

/** One caller is answered, one gives up: report, wallboard, the raw events and the call history tell the same. */
@SystemTest
final class ReportsAgreeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void given_callers_at_real_phones_when_counted_everywhere_then_the_numbers_are_the_same(Phones phones, Company company) {
        company.extension("101", "Kim").extension("102", "Customer").extension("103", "Impatient");
        UUID queue = UUID.fromString(company.api().post("/queues", Map.of("name", "Support", "number", "700")).path("id").asString());
        company.api().post("/agents", Map.of("extension", "101", "queues", List.of(Map.of("queue", "Support"))));
        var kim = phones.at("kim", company.device("101", "Desk"));
        var customer = phones.at("customer", company.device("102", "Desk"));
        var impatient = phones.at("impatient", company.device("103", "Desk"));
        eventually(() -> {
            kim.calls("*45").isFree();
            return company.api().get("/agents/101/state").path("state").asString().equals("free");
        });
        customer.calls("700");
        kim.rings().answers().hears(customer);
        impatient.calls("700");
        eventually(() -> live(company, queue).path("waiting").size() == 1);
        impatient.hangsUp();
        eventually(() -> live(company, queue).path("waiting").isEmpty());
        customer.hangsUp();
        kim.isFree();
        eventually(() -> total(company).path("talks").asInt() == 1);

        JsonNode total = total(company);
        List<RecordedEvent> events = events(company, queue);
        CallFigures counted = fold(company, queue, events);
        assertThat(total.path("entered").asLong()).isEqualTo(counted.get(Measure.ENTERED)).isEqualTo(2);
        assertThat(total.path("answered").asLong()).isEqualTo(counted.get(Measure.ANSWERED)).isEqualTo(1);
        assertThat(total.path("abandoned").asLong()).isEqualTo(counted.get(Measure.ABANDONED)).isEqualTo(1);
        assertThat(total.path("averageWait").asDouble()).isEqualTo(counted.averageWait().orElseThrow().toMillis() / 1000.0);
        assertThat(total.path("averageTalk").asDouble()).isEqualTo(counted.averageTalk().orElseThrow().toMillis() / 1000.0);
        assertThat(total.path("serviceLevel").asDouble()).isEqualTo(counted.serviceLevel().orElseThrow())
                .isEqualTo(live(company, queue).path("serviceLevel").asDouble());
        List<RecordedEvent> answered = events.stream().filter(one -> one.event().kind() == QueueEventKind.ANSWERED).toList();
        assertThat(answered).hasSize(1).allSatisfy(one -> {
            JsonNode call = company.record("the answered call", record -> record.path("id").asString().equals(one.callId().toString()));
            assertThat(call.path("disposition").asString()).isEqualTo("answered");
            assertThat(call.path("legs").toString()).contains("\"101\"");
            Duration apart = Duration.between(one.event().at(), Instant.parse(legOf(call, "101").path("answeredAt").asString())).abs();
            assertThat(apart).as("between the event and the leg's answer").isLessThan(Duration.ofSeconds(2));
        });
    }

    private static JsonNode legOf(JsonNode call, String number) {
        for (JsonNode leg : call.path("legs")) {
            if (leg.path("number").asString().equals(number) && leg.path("role").asString().equals("callee")) {
                return leg;
            }
        }
        throw new AssertionError("no leg of " + number + " in " + call);
    }

    private static JsonNode total(Company company) {
        return company.api().get("/reports/queues").path("total");
    }

    private static JsonNode live(Company company, UUID queue) {
        return company.api().get("/queues/" + queue + "/live");
    }

    private static UUID tenant(Company company) {
        return UUID.fromString(company.api().get("/tenant").path("id").asString());
    }

    private static List<RecordedEvent> events(Company company, UUID queue) {
        var source = new PGSimpleDataSource();
        source.setUrl(company.portal().stack().jdbcUrl());
        source.setUser("pbx_engine");
        source.setPassword(company.portal().stack().secrets().databaseEngine());
        var repository = new QueueEventRepository(JdbcClient.create(source));
        try (Stream<RecordedEvent> all = repository.between(tenant(company), Instant.now().minus(Duration.ofDays(1)), Instant.now())) {
            return all.filter(one -> queue.equals(one.event().queueId())).toList();
        }
    }

    private static CallFigures fold(Company company, UUID queue, List<RecordedEvent> events) {
        ZoneId zone = ZoneId.of(company.api().get("/tenant").path("timeZone").asString());
        Instant midnight = LocalDate.ofInstant(Instant.now(), zone).atStartOfDay(zone).toInstant();
        return QueueFigures.fold(events.stream().map(RecordedEvent::event).toList(), FigureRules.of(zone, Map.of(queue, Duration.ofSeconds(20))), Grain.DAY,
                midnight, midnight.plus(Duration.ofDays(2))).ofQueue(queue);
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Await.until(SOON, condition)).isTrue();
    }
}
