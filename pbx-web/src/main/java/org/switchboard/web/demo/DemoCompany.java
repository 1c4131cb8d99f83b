package org.switchboard.web.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.device.DeviceDraft;
import org.switchboard.telephony.device.DeviceEncryption;
import org.switchboard.telephony.device.DeviceKind;
import org.switchboard.telephony.device.DeviceService;
import org.switchboard.telephony.device.SipAccount;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.extension.ExtensionDraft;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.api.ApiTokenDraft;
import org.switchboard.web.api.ApiTokenService;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;

/** Makes a small company to try things with: three people, four extensions, five phones, all with generated
 * secrets, and what callers to its number go through. */
@Component
final class DemoCompany {

    /** The company's short name. */
    static final String SLUG = "demo";

    private static final List<String> EXTENSIONS = List.of("101", "102", "103", "104");
    private static final String ACTOR = "installation";

    private final TenantService tenants;
    private final UserService users;
    private final ExtensionService extensions;
    private final DeviceService devices;
    private final ApiTokenService tokens;
    private final DemoFlows flows;
    private final PortalProperties portal;

    DemoCompany(TenantService tenants, UserService users, ExtensionService extensions, DeviceService devices, ApiTokenService tokens,
                DemoFlows flows, PortalProperties portal) {
        this.tenants = tenants;
        this.users = users;
        this.extensions = extensions;
        this.devices = devices;
        this.tokens = tokens;
        this.flows = flows;
        this.portal = portal;
    }

    /**
     * Makes the company.
     *
     * @param operator the operator that was made just before; null when there was one already
     * @return everything that was generated
     */
    DemoFile create(NewUser operator) {
        TenantScope hosting = TenantScope.operator(ACTOR);
        String operatorToken = hosting.call(() -> tokens.create(new ApiTokenDraft("Demo scripts", Role.OPERATOR))).plain();
        Tenant tenant = hosting.call(() -> tenants.create(new TenantDraft(SLUG, "Demo Company", "en", null)));
        return TenantScope.tenant(tenant.id(), ACTOR).call(() -> fill(operator, operatorToken));
    }

    private DemoFile fill(NewUser operator, String operatorToken) {
        NewUser admin = person("admin", "Mina Park", Role.ADMIN);
        NewUser supervisor = person("supervisor", "Daniel Lee", Role.SUPERVISOR);
        NewUser user = person("user", "Jisoo Kim", Role.USER);
        String apiToken = tokens.create(new ApiTokenDraft("Demo scripts", Role.ADMIN)).plain();

        List<DemoFile.Phone> phones = new ArrayList<>();
        extension("101", "Mina Park", admin.user().id());
        extension("102", "Daniel Lee", supervisor.user().id());
        extension("103", "Jisoo Kim", user.user().id());
        extension("104", "Front desk", null);
        for (String number : EXTENSIONS) {
            phones.add(phone(number, "Desk phone"));
        }
        phones.add(phone("101", "Softphone"));

        flows.create(EXTENSIONS);
        String url = portal.portalUrl().toString();
        return new DemoFile(url, url + "/api/v1", admin.user().email(), admin.password(), apiToken,
                operator == null ? null : operator.user().email(), operator == null ? null : operator.password(), operatorToken,
                supervisor.user().email(), supervisor.password(), user.user().email(), user.password(), DemoFlows.NUMBER,
                new DemoFile.Sip(portal.sip().host(), portal.sip().port(), portal.sip().wsUrl()), phones);
    }

    private NewUser person(String mailbox, String name, Role role) {
        return users.create(new UserDraft(mailbox + "@demo.example", name, role, false));
    }

    private void extension(String number, String name, UUID userId) {
        extensions.create(new ExtensionDraft(number, name, userId, null, CallPermission.INTERNAL));
    }

    private DemoFile.Phone phone(String number, String name) {
        SipAccount account = devices.create(number, new DeviceDraft(name, DeviceKind.PHONE, DeviceEncryption.OFF)).account();
        return new DemoFile.Phone(SLUG, number, account.username(), account.password());
    }
}
