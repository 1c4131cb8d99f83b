package org.switchboard.web.api;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.security.Role;

/** Makes companies for tests, through the API. */
@Lazy
@TestComponent
final class Companies {

    private final ApiTokenService tokens;
    private final Api nobody;
    private final AtomicInteger made = new AtomicInteger();

    Companies(ApiTokenService tokens, Environment environment) {
        this.tokens = tokens;
        // One for all: each has connections and threads of its own.
        this.nobody = new Api(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /**
     * A company.
     *
     * @param id         its id
     * @param slug       its short name
     * @param admin      the API as its admin
     * @param supervisor the API as its supervisor
     * @param user       the API as a plain user
     */
    record Company(UUID id, String slug, Api admin, Api supervisor, Api user) {
    }

    Api nobody() {
        return nobody;
    }

    Api operator() {
        String token = TenantScope.operator("test").call(() -> tokens.create(new ApiTokenDraft("test", Role.OPERATOR))).plain();
        return nobody().withToken(token);
    }

    Company open(String name) {
        String slug = name.toLowerCase(Locale.ROOT) + "-" + made.incrementAndGet();
        Api.Reply tenant = operator().post("/tenants", "{\"slug\":\"%s\",\"name\":\"%s\"}".formatted(slug, name));
        if (tenant.status() != 201) {
            throw new AssertionError("no tenant: " + tenant.http().body());
        }
        Api admin = nobody().withToken(tenant.text("apiToken"));
        return new Company(UUID.fromString(tenant.text("id")), slug, admin, with(admin, "supervisor"), with(admin, "user"));
    }

    private Api with(Api admin, String role) {
        return nobody().withToken(admin.post("/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(role, role)).text("token"));
    }
}
