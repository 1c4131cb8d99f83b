package org.switchboard.web.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The same parts that {@code /actuator/health} tells about, in the order in which people ask for them. */
@Component
public final class PartsOfHealth {

    private static final List<String> ORDER = List.of("portal", "database", "engine");

    // The end of a bean's name that Spring Boot leaves out of the part's name.
    private static final String SUFFIX = "HealthIndicator";

    private final Map<String, HealthIndicator> indicators;

    /**
     * Takes every indicator there is.
     *
     * @param indicators by bean name
     */
    public PartsOfHealth(Map<String, HealthIndicator> indicators) {
        this.indicators = Map.copyOf(indicators);
    }

    /**
     * Asks every part.
     *
     * @return the parts, the portal first
     */
    public List<Part> now() {
        return ORDER.stream().filter(name -> indicators.containsKey(name + SUFFIX))
                .map(name -> part(name, indicators.get(name + SUFFIX).health())).toList();
    }

    private static Part part(String name, Health health) {
        return new Part(name, Status.UP.equals(health.getStatus()), new TreeMap<>(health.getDetails()));
    }

    /**
     * One part.
     *
     * @param name    {@code portal}, {@code database} or {@code engine}
     * @param up      whether it works
     * @param details what it tells about itself, by key
     */
    public record Part(String name, boolean up, Map<String, Object> details) {
    }
}
