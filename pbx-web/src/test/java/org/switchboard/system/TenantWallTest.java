package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two companies with the same numbers on one Asterisk never meet, with the engine and without it. */
@SystemTest
final class TenantWallTest {

    private static Company other;
    private static Company.Device ours101;
    private static Company.Device ours102;
    private static Company.Device theirs101;
    private static Company.Device theirs102;
    private static Company.Device theirs103;

    @BeforeAll
    static void twoCompanies(Portal portal, Company company) {
        other = Company.open(portal, "tenantwall-other");
        company.extension("101", "Our Alice").extension("102", "Our Bob");
        other.extension("101", "Their Alice").extension("102", "Their Bob").extension("103", "Their Carol");
        ours101 = company.device("101", "Desk");
        ours102 = company.device("102", "Desk");
        theirs101 = other.device("101", "Desk");
        theirs102 = other.device("102", "Desk");
        theirs103 = other.device("103", "Desk");
    }

    @Test
    void given_the_same_number_in_two_companies_when_called_at_once_then_each_reaches_its_own(Phones phones, Company company) {
        var ourAlice = phones.at("our-alice", ours101);
        var ourBob = phones.at("our-bob", ours102);
        var theirAlice = phones.at("their-alice", theirs101);
        var theirBob = phones.at("their-bob", theirs102);

        ourAlice.calls("102");
        theirAlice.calls("102");
        ourBob.ringsFrom("101", "Our Alice").answers();
        theirBob.ringsFrom("101", "Their Alice").answers();

        ourAlice.talks().hears(ourBob).doesNotHear(theirBob);
        theirAlice.talks().hears(theirBob).doesNotHear(ourBob);
        assertThat(company.live()).as("what our live page knows").hasSize(1);
        ourAlice.hangsUp();
        theirAlice.hangsUp();
        company.record("our call", call -> call.path("callerName").asString().equals("Our Alice"));
        assertThat(company.history()).noneMatch(call -> call.toString().contains("Their"));
    }

    @Test
    void given_a_number_that_only_the_other_company_has_when_dialled_then_it_is_unknown(Phones phones) {
        var ourAlice = phones.at("our-alice", ours101);
        var theirCarol = phones.at("their-carol", theirs103);

        ourAlice.calls("103");

        ourAlice.isTold(404);
        theirCarol.doesNotRing();
    }

    @Test
    void given_another_company_s_account_name_when_dialled_as_a_number_then_it_is_unknown(Phones phones) {
        var ourAlice = phones.at("our-alice", ours101);
        var theirCarol = phones.at("their-carol", theirs103);

        ourAlice.calls(theirs103.account().username());

        ourAlice.isTold(404);
        theirCarol.doesNotRing();
    }

    @Test
    void given_a_call_when_it_is_transferred_to_another_company_s_account_or_number_then_nobody_there_rings(Phones phones) {
        var ourAlice = phones.at("our-alice", ours101);
        var ourBob = phones.at("our-bob", ours102);
        var theirCarol = phones.at("their-carol", theirs103);

        for (String target : List.of(theirs103.account().username(), "103")) {
            ourAlice.calls("102");
            ourBob.rings().answers();
            ourAlice.talks().hears(ourBob);
            ourBob.transfersTo(target);
            theirCarol.doesNotRing();
            ourAlice.hangsUp();
        }
    }
}
