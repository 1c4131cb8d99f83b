package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The history over the API. */
@ApiTest
final class CallsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    private Companies.Company company;
    private Api supervisor;

    @BeforeEach
    void openCompany() {
        company = companies.open("Calls");
        supervisor = company.supervisor();
    }

    @Test
    void given_a_call_when_asked_for_then_it_has_what_scripts_rely_on() {
        UUID id = database.call(company.id(), NINE, "Mina");

        Api.Reply call = supervisor.get("/calls/" + id);

        assertThat(call.text("caller")).isEqualTo("101");
        assertThat(call.text("callee")).isEqualTo("102");
        assertThat(call.text("startedAt")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(call.text("answeredAt")).isEqualTo("2026-11-23T09:00:04Z");
        assertThat(call.text("endedAt")).isEqualTo("2026-11-23T09:01:04Z");
        assertThat(call.text("disposition")).isEqualTo("answered");
        assertThat(call.body().path("legs").get(0).path("events").get(0).path("kind").asString()).isEqualTo("started");
    }

    @Test
    void given_calls_when_listed_by_pages_then_newest_first_and_each_once() {
        List<String> made = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            made.addFirst(database.call(company.id(), NINE.plusSeconds(60L * minute), "Mina").toString());
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Api.Reply page = supervisor.get("/calls?limit=2" + next);
            page.body().path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = page.body().has("next") ? "&cursor=" + page.text("next") : null;
        }

        assertThat(seen).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"'',3", "from=2026-11-23T09:01:00Z,2", "to=2026-11-23T09:01:00Z,1", "from=2026-11-23T18:01:00%2B09:00,2", "q=mina,3", "q=102,3", "q=103,0",
        "disposition=answered,3", "disposition=no_answer,0", "direction=internal,3", "direction=inbound,0", "extension=101,3", "extension=103,0"})
    void given_a_filter_when_listing_and_exporting_then_the_calls_that_pass(String query, int count) {
        for (int minute = 0; minute < 3; minute++) {
            database.call(company.id(), NINE.plusSeconds(60L * minute), "Mina");
        }

        assertThat(supervisor.get("/calls?" + query).body().path("items").size()).isEqualTo(count);
        assertThat(supervisor.get("/calls.csv?" + query).http().body().lines().count()).isEqualTo(count + 1L);
    }

    @ParameterizedTest
    @CsvSource({"from=yesterday,from", "from=1732350000000,from", "from=%2B999999999-01-01T00:00:00Z,from", "to=2026-13-01T00:00:00Z,to",
        "disposition=lost,disposition", "direction=0,direction", "extension=1,extension", "cursor=Y2FsbHM6eHh4,cursor"})
    void given_a_filter_that_is_wrong_when_listing_then_400_names_it(String query, String field) {
        Api.Reply reply = supervisor.get("/calls?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.wrongFields()).containsExactly(field);
    }

    @Test
    void given_a_name_that_is_a_formula_when_exported_then_no_spreadsheet_runs_it() {
        database.call(company.id(), NINE, "=HYPERLINK(\"http://x\",\"y\")");

        Api.Reply csv = supervisor.get("/calls.csv");

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"calls.csv\"");
        assertThat(csv.http().body()).startsWith("\uFEFFid,startedAt,").contains("'=HYPERLINK").doesNotContain(",=").doesNotContain(",\"=");
    }
}
