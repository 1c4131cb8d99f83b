package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.web.api.NewApiToken;

/**
 * A tenant that was just made, with the token to go on with.
 *
 * @param id        its id
 * @param slug      its short name
 * @param name      its name as people write it
 * @param language  {@code en} or {@code ko}
 * @param timeZone  IANA zone of its clock
 * @param createdAt when it was made
 * @param apiToken  a token of role {@code admin} inside the tenant; shown here and never again
 */
@Schema(name = "NewTenant")
record NewTenantReply(UUID id, String slug, String name, String language, String timeZone, Instant createdAt, String apiToken) {

    static NewTenantReply of(Tenant tenant, NewApiToken token) {
        return new NewTenantReply(tenant.id(), tenant.slug(), tenant.name(), tenant.language(), tenant.timeZone(), tenant.createdAt(),
                token.plain());
    }
}
