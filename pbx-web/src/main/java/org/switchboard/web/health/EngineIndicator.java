package org.switchboard.web.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.engine.CallEngine;
import org.switchboard.telephony.engine.EngineHealth;

/** Whether the call engine has Asterisk in its hands. Named {@code engine} on the health page. */
@Component("engineHealthIndicator")
final class EngineIndicator implements HealthIndicator {

    private final CallEngine engine;

    EngineIndicator(CallEngine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        EngineHealth now = engine.health();
        Health.Builder health = now.isWell() ? Health.up() : Health.down();
        health.withDetail("control", word(now.controlUp()))
                .withDetail("live", word(now.liveUp()))
                .withDetail("manager", word(now.managerUp()))
                .withDetail("plans", word(now.planUp()))
                .withDetail("calls", now.callsInHand());
        now.planLoadedAt().ifPresent(at -> health.withDetail("plansLoadedAt", at));
        return health.build();
    }

    private static String word(boolean up) {
        return up ? "up" : "down";
    }
}
