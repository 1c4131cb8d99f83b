package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers, trunks, outbound routes and rules about callers over the API: made, changed, refused; and another company beside. */
@ApiTest
final class LinesTest {

    @Autowired
    private Companies companies;

    private Api admin;
    private Api other;

    @BeforeEach
    void open() {
        admin = companies.open("Lines").admin();
        other = companies.open("Others").admin();
        admin.patch("/tenant", "{\"country\":\"KR\",\"outsidePrefix\":\"9\"}");
        other.patch("/tenant", "{\"country\":\"KR\"}");
        admin.post("/extensions", "{\"number\":\"101\",\"name\":\"Mina\"}");
    }

    @Test
    void given_a_number_in_national_form_when_taken_in_then_it_is_e164_and_nobody_elses() {
        String typed = "02-7%03d-%04d".formatted(random(1000), random(10_000));
        String e164 = "+82" + typed.replace("-", "").substring(1);
        Api.Reply made = admin.post("/numbers", "{\"number\":\"%s\",\"to\":{\"kind\":\"extension\",\"number\":\"101\"}}".formatted(typed));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(made.text("number")).isEqualTo(e164);
        assertThat(made.text("shown")).isEqualTo(typed);
        assertThat(other.post("/numbers", "{\"number\":\"%s\"}".formatted(e164)).wrongFields()).containsExactly("number");
        assertThat(other.get("/numbers/" + e164).status()).isEqualTo(404);
        assertThat(admin.post("/numbers", "{\"number\":\"555\"}").wrongFields()).containsExactly("number");
        assertThat(admin.patch("/numbers/" + e164, "{\"number\":\"+8221234567\"}").wrongFields()).containsExactly("number");
        assertThat(admin.patch("/numbers/" + e164, "{\"to\":{\"kind\":\"menu\",\"number\":\"999\"}}").wrongFields()).containsExactly("to");
        Api.Reply renamed = admin.patch("/numbers/" + e164.substring(1), "{\"name\":\"Main\",\"to\":null}");
        assertThat(renamed.text("name")).isEqualTo("Main");
        assertThat(admin.delete("/numbers/" + e164).status()).isEqualTo(204);
        assertThat(other.post("/numbers", "{\"number\":\"%s\"}".formatted(e164)).status()).isEqualTo(201);
    }

    @Test
    void given_a_list_with_a_range_when_taken_in_then_all_or_none() {
        String begin = "031-7%02d-%02d".formatted(random(100), random(100));
        String range = begin + "00 ~ 09";
        Api.Reply made = admin.post("/numbers/many", "{\"numbers\":\"%s\"}".formatted(range));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(other.post("/numbers/many", "{\"numbers\":\"%s10, %s05\"}".formatted(begin, begin)).wrongFields()).containsExactly("numbers");
        assertThat(other.get("/numbers").http().body()).contains("\"items\":[]");
        assertThat(admin.post("/numbers/many", "{\"numbers\":\"mina\"}").wrongFields()).containsExactly("numbers");
    }

    @Test
    void given_trunks_when_made_then_the_password_is_never_shown_and_bad_hosts_and_others_addresses_are_refused() {
        String network = "198.%d.%d".formatted(18 + random(2), random(256));
        Api.Reply made = admin.post("/trunks", "{\"name\":\"By address\",\"kind\":\"ip\",\"host\":\"%s.1\",\"addresses\":[\"%s.0/28\"]}".formatted(network, network));
        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        assertThat(other.post("/trunks", "{\"name\":\"Copy\",\"kind\":\"ip\",\"host\":\"%s.9\"}".formatted(network)).wrongFields()).containsExactly("addresses");
        for (String host : new String[] {"sip:host", "host:5060", "a b", "host;transport=tcp", "<x>", "1.2.3", ""}) {
            assertThat(admin.post("/trunks", "{\"name\":\"Bad\",\"host\":\"%s\",\"username\":\"u\",\"password\":\"p\"}".formatted(host)).wrongFields())
                    .as(host).containsExactly("host");
        }
        assertThat(admin.post("/trunks", "{\"name\":\"Account\",\"host\":\"sip.example\"}").wrongFields()).containsExactly("username");
        assertThat(admin.post("/trunks", "{\"name\":\"Account\",\"host\":\"sip.example\",\"username\":\"u\"}").wrongFields()).containsExactly("password");
        Api.Reply account = admin.post("/trunks", "{\"name\":\"Account\",\"host\":\"sip.example\",\"username\":\"u\",\"password\":\"top-secret\"}");
        assertThat(account.status()).as(account.http().body()).isEqualTo(201);
        assertThat(account.http().body()).doesNotContain("top-secret");
        assertThat(admin.patch("/trunks/" + account.text("id"), "{\"callLimit\":3}").status()).isEqualTo(200);
        assertThat(admin.get("/changes").http().body()).doesNotContain("top-secret");
    }

    @Test
    void given_routes_when_ordered_then_the_first_that_fits_takes_the_number_and_their_trunks_cannot_go() {
        String trunk = admin.post("/trunks", "{\"name\":\"T\",\"host\":\"sip.example\",\"username\":\"u\",\"password\":\"p\"}").text("id");
        String all = route("All", "+", trunk);
        String mobile = route("Mobile", "010XXXXXXXX", trunk);
        assertThat(admin.get("/outbound-routes/match?number=901012345678").http().body()).contains("\"name\":\"All\"").contains("\"callClass\":\"national\"");
        assertThat(admin.post("/outbound-routes/order", "{\"ids\":[\"%s\",\"%s\"]}".formatted(mobile, all)).status()).isEqualTo(200);
        assertThat(admin.get("/outbound-routes/match?number=901012345678").http().body()).contains("\"name\":\"Mobile\"");
        assertThat(admin.post("/outbound-routes/order", "{\"ids\":[\"%s\"]}".formatted(mobile)).wrongFields()).containsExactly("ids");
        assertThat(admin.delete("/trunks/" + trunk).status()).isIn(409, 422);
        assertThat(other.post("/outbound-routes", "{\"name\":\"X\",\"patterns\":[\"+\"],\"trunks\":[\"%s\"]}".formatted(trunk)).wrongFields()).containsExactly("trunks");
        assertThat(admin.post("/outbound-routes", "{\"name\":\"X\",\"patterns\":[\"+82X\"],\"trunks\":[\"%s\"]}".formatted(trunk)).wrongFields()).containsExactly("patterns");
    }

    @Test
    void given_a_company_when_its_admin_sets_its_call_limit_then_only_the_operator_can() {
        Companies.Company company = companies.open("Limited");
        assertThat(company.admin().patch("/tenant", "{\"callLimit\":5}").wrongFields()).containsExactly("callLimit");
        assertThat(companies.operator().patch("/tenants/" + company.slug(), "{\"callLimit\":5}").status()).isEqualTo(200);
        assertThat(company.admin().get("/tenant").http().body()).contains("\"callLimit\":5");
        assertThat(company.admin().patch("/tenant", "{\"country\":\"XX\"}").wrongFields()).containsExactly("country");
    }

    private String route(String name, String pattern, String trunk) {
        return admin.post("/outbound-routes", "{\"name\":\"%s\",\"patterns\":[\"%s\"],\"trunks\":[\"%s\"]}".formatted(name, pattern, trunk)).text("id");
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
