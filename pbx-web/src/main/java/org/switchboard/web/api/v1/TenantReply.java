package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.switchboard.telephony.tenant.Tenant;

/**
 * A tenant as the API shows it.
 *
 * @param id        its id
 * @param slug      its short name
 * @param name      its name as people write it
 * @param language  {@code en} or {@code ko}
 * @param timeZone  IANA zone of its clock
 * @param country   whose numbering plan it dials by, ISO 3166
 * @param outsidePrefix what is dialled before outside numbers; empty for nothing
 * @param callLimit calls at once; null leaves it to the system's own limit
 * @param createdAt when the operator made it
 */
@Schema(name = "Tenant")
record TenantReply(UUID id, String slug, String name, String language, String timeZone, String country, String outsidePrefix,
                   @Schema(types = {"integer", "null"}) Integer callLimit, Instant createdAt) {

    static TenantReply of(Tenant tenant) {
        return new TenantReply(tenant.id(), tenant.slug(), tenant.name(), tenant.language(), tenant.timeZone(),
                tenant.country(), tenant.outsidePrefix(), tenant.callLimit(), tenant.createdAt());
    }
}
