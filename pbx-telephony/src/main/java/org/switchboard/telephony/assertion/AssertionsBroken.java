package org.switchboard.telephony.assertion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchboard.telephony.route.RouteStep;

/** Thrown before a change is committed that breaks what the company relies on; everything is rolled back. */
public final class AssertionsBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Broken> broken;
    private final String country;

    /**
     * One that held before the change and would not hold after it.
     *
     * @param result   what would come of it
     * @param deciding the step that would decide otherwise; null when the question could no longer be asked
     */
    public record Broken(AssertionResult result, RouteStep deciding) {

        static Broken of(AssertionResult result, Optional<RouteStep> deciding) {
            return new Broken(result, deciding.orElse(null));
        }
    }

    AssertionsBroken(List<Broken> broken, String country) {
        super(broken.stream().map(one -> one.result().assertion().name()).collect(Collectors.joining(", ")));
        this.broken = List.copyOf(broken);
        this.country = country;
    }

    /**
     * What the change would break.
     *
     * @return at least one, by name
     */
    public List<Broken> broken() {
        return broken;
    }

    /**
     * Where the company is.
     *
     * @return ISO 3166
     */
    public String country() {
        return country;
    }
}
