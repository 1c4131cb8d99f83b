package org.switchboard.web.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The portal itself: it answers, so it is up. Named {@code portal} on the health page. */
@Component("portalHealthIndicator")
final class PortalHealth implements HealthIndicator {

    @Override
    public Health health() {
        return Health.up().build();
    }
}
