package org.switchboard.telephony.route;

import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.number.CallClass;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.PlannedRoute;
import org.switchboard.telephony.plan.PlannedTrunk;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * A number outside: who may dial it, over which trunks in which order, and which number is shown. The next trunk is tried
 * when the one before could not bring the call out; never when the callee was reached and is busy, absent or unwilling.
 */
final class OutsidePlace {

    /** As long as networks let a call ring: three minutes would hold a trunk for nobody. */
    private static final int RING_SECONDS = 60;
    private static final String KIND = "outside_number";

    private OutsidePlace() {
    }

    /** The number in a place's alphabet, which has no plus. */
    static String key(String number) {
        return number.startsWith("+") ? "e" + number.substring(1) : "d" + number;
    }

    static String number(Place place) {
        return (place.key().startsWith("e") ? "+" : "") + place.key().substring(1);
    }

    /**
     * Whether a number could be meant for outside: a company without outbound routes has no outside, and a few digits that no
     * route was made for are a mistyped extension rather than a short code.
     */
    static boolean isWorthTrying(TenantPlan plan, Dialled dialled) {
        return dialled.callClass() == CallClass.SHORT ? route(plan, dialled).isPresent()
                : !plan.routes().isEmpty() || dialled.e164() != null && plan.number(dialled.e164()).isPresent();
    }

    static Move enter(Scene scene, Place place) {
        var plan = scene.plan();
        var number = number(place);
        var dialled = read(plan, number);
        if (dialled.isEmpty()) {
            return Move.refuse(Refusal.UNKNOWN_NUMBER, RouteStep.of(KIND, number, "outside.no_number", "unknown_number"));
        }
        var forbidden = plan.extension(place.behalf()).flatMap(owner -> forbidden(owner, dialled.get().callClass()));
        if (forbidden.isPresent()) {
            return Move.refuse(forbidden.get(), RouteStep.of(KIND, number, "outside.forbidden." + dialled.get().callClass().value(),
                    "forbidden", place.behalf()));
        }
        return over(scene, place, dialled.get(), place.position(), place.position() == 0);
    }

    static Move after(Scene scene, Place place, Happened happened) {
        if (!(happened instanceof Happened.Rang(var result))) {
            throw new IllegalArgumentException("not what a number outside waits for: " + happened);
        }
        var number = number(place);
        return switch (result) {
            case BUSY -> Move.refuse(Refusal.BUSY, RouteStep.of(KIND, number, "outside.busy", "busy"));
            case NO_ANSWER -> Move.refuse(Refusal.NO_ANSWER, RouteStep.of(KIND, number, "outside.no_answer", "no_answer"));
            case REJECTED -> Move.refuse(Refusal.OUTSIDE_REJECTED, RouteStep.of(KIND, number, "outside.rejected", "outside_rejected"));
            case FAILED, NOT_REGISTERED -> read(scene.plan(), number)
                    .map(dialled -> over(scene, place, dialled, place.position() + 1, false))
                    .orElseGet(() -> Move.refuse(Refusal.UNKNOWN_NUMBER));
        };
    }

    /** How a ring group's member outside is reached: over the first trunk there is, since all members ring at once. */
    static Optional<Act.Way> forMember(Scene scene, String number) {
        return read(scene.plan(), number).flatMap(dialled -> route(scene.plan(), dialled)
                .flatMap(route -> trunks(scene.plan(), route).stream().findFirst().map(trunk -> way(scene, dialled, route, trunk, null))));
    }

    private static Move over(Scene scene, Place place, Dialled dialled, int position, boolean first) {
        var plan = scene.plan();
        var number = number(place);
        var route = route(plan, dialled).orElse(null);
        if (route == null) {
            return Move.refuse(Refusal.NO_TRUNK, RouteStep.of(KIND, number, "outside.no_route", "no_trunk"));
        }
        var trunks = trunks(plan, route);
        if (position >= trunks.size()) {
            return Move.refuse(Refusal.NO_TRUNK, RouteStep.of(KIND, number, first ? "outside.no_trunk" : "outside.all_failed", "no_trunk", route.name()));
        }
        var trunk = trunks.get(position);
        var way = way(scene, dialled, route, trunk, plan.extension(place.behalf()).orElse(null));
        var step = RouteStep.of(KIND, number, first ? "outside.over" : "outside.next", "trunk", route.name(), trunk.name(),
                way.hidden() || way.callerId() == null ? "" : way.callerId());
        return Move.stay(step, new Act.DialOut(way, RING_SECONDS), place.at(position));
    }

    private static Act.Way way(Scene scene, Dialled dialled, PlannedRoute route, PlannedTrunk trunk, PlannedExtension owner) {
        var plan = scene.plan();
        return new Act.Way(trunk, dialled.forTrunk(trunk.numberFormat(), plan.company().country()), callerId(plan, route, trunk, owner),
                owner != null && owner.hideCallerId(), dialled.callClass() == CallClass.EMERGENCY);
    }

    /** The most particular one there is: the extension's, the route's, the trunk's, the company's first number. */
    static String callerId(TenantPlan plan, PlannedRoute route, PlannedTrunk trunk, PlannedExtension owner) {
        if (owner != null && owner.callerId() != null) {
            return owner.callerId();
        }
        if (route.callerId() != null) {
            return route.callerId();
        }
        return trunk.callerId() != null ? trunk.callerId() : plan.firstNumber().map(PlannedNumber::number).orElse(null);
    }

    /** A number in E.164 is read as such, whatever the company dials before outside numbers. */
    static Optional<Dialled> read(TenantPlan plan, String number) {
        return Dialled.parse(number, plan.company().country(), "");
    }

    static Optional<PlannedRoute> route(TenantPlan plan, Dialled dialled) {
        var fitting = plan.routes().stream().filter(route -> route.patterns().stream().anyMatch(pattern -> pattern.matches(dialled))).findFirst();
        // A call for help that no pattern was made for goes by the first route there is.
        return dialled.callClass() == CallClass.EMERGENCY ? fitting.or(() -> plan.routes().stream().findFirst()) : fitting;
    }

    static List<PlannedTrunk> trunks(TenantPlan plan, PlannedRoute route) {
        return route.trunks().stream().flatMap(id -> plan.trunk(id).stream()).filter(PlannedTrunk::enabled).toList();
    }

    private static Optional<Refusal> forbidden(PlannedExtension owner, CallClass wanted) {
        return switch (wanted) {
            case EMERGENCY -> Optional.empty();
            case SHORT, NATIONAL -> below(owner, CallPermission.NATIONAL, Refusal.FORBIDDEN_NATIONAL);
            case INTERNATIONAL -> below(owner, CallPermission.INTERNATIONAL, Refusal.FORBIDDEN_INTERNATIONAL);
            case PREMIUM -> below(owner, CallPermission.PREMIUM, Refusal.FORBIDDEN_PREMIUM);
        };
    }

    private static Optional<Refusal> below(PlannedExtension owner, CallPermission needed, Refusal refusal) {
        return owner.mayCall().compareTo(needed) < 0 ? Optional.of(refusal) : Optional.empty();
    }
}
