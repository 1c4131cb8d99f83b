package org.switchboard.web.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.user.NewUser;
import tools.jackson.databind.json.JsonMapper;

/** Runs before the portal says that it is ready: makes what an empty installation needs, and nothing in one that has it. */
@Component
final class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final OperatorAccount operators;
    private final DemoCompany demo;
    private final TenantService tenants;
    private final PortalProperties portal;
    private final JsonMapper json;

    FirstStart(OperatorAccount operators, DemoCompany demo, TenantService tenants, PortalProperties portal, JsonMapper json) {
        this.operators = operators;
        this.demo = demo;
        this.tenants = tenants;
        this.portal = portal;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        NewUser operator = operators.createIfMissing();
        Path file = portal.demoFile();
        if (file != null && hasNoTenant()) {
            demo.create(operator).write(file, json);
            LOG.info("Made the demo company; its credentials are in {}, readable by its owner only.", file);
            return;
        }
        if (operator != null) {
            operators.announce(operator);
        }
        if (file != null && Files.notExists(file)) {
            LOG.warn("{} is gone, and the passwords that were in it cannot be read again. To start over with a new demo company, "
                    + "stop, remove the data folder and start again.", file);
        }
    }

    private boolean hasNoTenant() {
        return TenantScope.operator("installation").call(() -> tenants.list(null, 1)).items().isEmpty();
    }
}
