package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Patch;

/** {@code /tenant}: the company that the token belongs to. */
@RestController
@RequestMapping(path = "/api/v1/tenant", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Own company", description = "The tenant that the token belongs to.")
final class CompanyApi {

    private final TenantService tenants;

    CompanyApi(TenantService tenants) {
        this.tenants = tenants;
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getOwnTenant", summary = "Get the company's settings")
    TenantReply get() {
        return TenantReply.of(tenants.current());
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeOwnTenant", summary = "Change the company's settings", description = "The slug cannot be changed, nor the call limit, which is the operator's.")
    TenantReply change(Patch<TenantDraft> patch) {
        return TenantReply.of(tenants.updateCurrent(today -> withSlugOf(today, patch.apply(today))));
    }

    static TenantDraft withSlugOf(TenantDraft today, TenantDraft wanted) {
        if (!today.slug().equals(wanted.slug())) {
            throw new InvalidInput("slug", "api.invalid.fixed");
        }
        return wanted;
    }
}
