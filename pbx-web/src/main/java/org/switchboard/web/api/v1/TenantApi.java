package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.OPERATOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.TenantOpening;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;

/** {@code /tenants}: the companies that are hosted here, for the operator. */
@RestController
@RequestMapping(path = "/api/v1/tenants", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tenants", description = "The companies that are hosted here. For the operator.")
final class TenantApi {

    private static final Cursors CURSORS = new Cursors("tenants", "[a-z][a-z0-9-]{1,30}");

    private final TenantService tenants;
    private final TenantOpening opening;

    TenantApi(TenantService tenants, TenantOpening opening) {
        this.tenants = tenants;
        this.opening = opening;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(OPERATOR)
    @Operation(operationId = "createTenant", summary = "Make a tenant",
            description = "The answer has a token of role admin inside the new tenant, to go on with. The only time that it is shown.")
    ResponseEntity<NewTenantReply> create(@RequestBody TenantDraft draft) {
        TenantOpening.Opened opened = opening.open(draft);
        return ResponseEntity.created(URI.create("/api/v1/tenants/" + opened.tenant().slug()))
                .body(NewTenantReply.of(opened.tenant(), opened.token()));
    }

    @GetMapping
    @AllowedTo(OPERATOR)
    @Operation(operationId = "listTenants", summary = "List tenants in the order of their slugs")
    ListReply<TenantReply> list(
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        return ListReply.of(tenants.list(CURSORS.read(cursor), limit), CURSORS, TenantReply::of);
    }

    @GetMapping("/{slug}")
    @AllowedTo(OPERATOR)
    @Operation(operationId = "getTenant", summary = "Get a tenant")
    TenantReply get(@PathVariable String slug) {
        return TenantReply.of(tenants.find(slug));
    }

    @PatchMapping(path = "/{slug}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(OPERATOR)
    @Operation(operationId = "changeTenant", summary = "Change a tenant", description = "The slug cannot be changed.")
    TenantReply change(@PathVariable String slug, Patch<TenantDraft> patch) {
        return TenantReply.of(tenants.update(slug, today -> CompanyApi.withSlugOf(today, patch.apply(today))));
    }
}
