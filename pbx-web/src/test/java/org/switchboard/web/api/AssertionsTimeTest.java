package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long saving takes where every change is weighed against fifty assertions in a company of ten thousand extensions. */
@ApiTest
final class AssertionsTimeTest {

    private static final int LIMIT_MILLIS = 1_000;

    @Autowired
    private Companies companies;

    @Autowired
    private OwnersEyes database;

    @Test
    void given_fifty_assertions_and_ten_thousand_extensions_when_saving_then_it_takes_less_than_a_second() {
        Companies.Company company = companies.open("Large");
        Api admin = company.admin();
        database.jdbc().sql("""
                insert into extension (tenant_id, number, name) select :t, (10000 + i)::text, 'Person ' || i from generate_series(1, 10000) i""")
                .param("t", company.id()).update();
        database.jdbc().sql("""
                insert into device (tenant_id, extension_id, name, sip_username, ha1)
                select tenant_id, id, 'Desk', substr(md5(id::text), 1, 16), md5(number) from extension where tenant_id = :t""")
                .param("t", company.id()).update();
        for (int i = 1; i <= 50; i++) {
            Api.Reply made = admin.post("/route/assertions", """
                    {"name":"A %d","number":"%d","caller":"10001","expect":{"kind":"extension","name":"%d"}}""".formatted(i, 10100 + i, 10100 + i));
            assertThat(made.body().path("holds").asBoolean()).as(made.http().body()).isTrue();
        }
        var saved = new ArrayList<Long>();
        for (int i = 0; i < 10; i++) {
            String change = "{\"name\":\"Changed %d\"}".formatted(i);
            saved.add(millis(() -> assertThat(admin.patch("/extensions/10500", change).status()).isEqualTo(200)));
        }
        long refused = millis(() -> assertThat(admin.delete("/extensions/10101").status()).isEqualTo(409));
        Collections.sort(saved);
        System.out.println("saving with 50 assertions and 10,000 extensions: median " + saved.get(5) + " ms, slowest " + saved.getLast()
                + " ms; refusing " + refused + " ms");
        assertThat(saved.get(5)).isLessThan(LIMIT_MILLIS);
    }

    private static long millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1_000_000;
    }
}
