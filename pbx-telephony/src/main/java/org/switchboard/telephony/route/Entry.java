package org.switchboard.telephony.route;

import java.util.List;
import java.util.Locale;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.number.CallerRule;
import org.switchboard.telephony.number.CallerRules;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.PlannedNumber;

/** Where a call begins: from a number that somebody outside called, or from what an extension dialled. */
final class Entry {

    private static final String ROUTE = "route";

    private Entry() {
    }

    static Move of(Scene scene, String dialled) {
        return switch (scene.origin()) {
            case Origin.Outside(var caller, _) -> fromOutside(scene, caller, dialled);
            case Origin.Inside(var extension, _) -> fromInside(scene, extension, dialled);
        };
    }

    /** Star codes are about the phone that dials, so a caller can be sent to none but those that only let it hear something. */
    static Move transferred(Scene scene, PlannedExtension by, String dialled) {
        var service = ServiceCode.of(dialled);
        var harmless = scene.origin() instanceof Origin.Inside
                && service.filter(code -> code == ServiceCode.ECHO || code == ServiceCode.OWN_NUMBER).isPresent();
        if (!harmless && (service.isPresent() || scene.plan().scheduleOfCode(dialled).isPresent())) {
            return Move.refuse(Refusal.UNKNOWN_NUMBER, RouteStep.of(ROUTE, dialled, "route.unknown_number", "unknown_number"));
        }
        return fromInside(scene, by, dialled);
    }

    private static Move fromOutside(Scene scene, CallerNumber caller, String e164) {
        var number = scene.plan().number(e164).orElse(null);
        if (number == null) {
            return Move.refuse(Refusal.UNKNOWN_NUMBER, RouteStep.of(ROUTE, e164, "route.not_ours", "unknown_number"));
        }
        var rule = CallerRules.deciding(scene.plan().callerRules(), caller).orElse(null);
        if (rule != null && rule.action() == CallerRule.Action.BLOCK) {
            return Move.refuse(Refusal.BLOCKED, RouteStep.of("number", number.number(), "number.blocked." + rule.matches().name().toLowerCase(Locale.ROOT),
                    "blocked", caller.value(), rule.number() == null ? "" : rule.number()));
        }
        return scene.plan().exit(number.id(), "to")
                .map(exit -> Move.on(numberStep(number, scene.label(exit), rule, caller), Goal.of(exit)))
                .orElseGet(() -> Move.refuse(Refusal.UNKNOWN_NUMBER,
                        RouteStep.of("number", number.number(), "number.leads_nowhere", "unknown_number")));
    }

    private static RouteStep numberStep(PlannedNumber number, String to, CallerRule rule, CallerNumber caller) {
        return rule == null ? RouteStep.of("number", number.number(), "number.leads", "to", to)
                : RouteStep.of("number", number.number(), "number.allowed", "to", to, caller.value());
    }

    /** Help first: no extension's number, permission or code may stand before it, where there is a way to call for it. */
    private static Move fromInside(Scene scene, PlannedExtension caller, String dialled) {
        var company = scene.plan().company();
        if (!scene.plan().routes().isEmpty() && Dialled.isEmergency(dialled, company.country(), company.outsidePrefix())) {
            return outside(scene, caller, dialled);
        }
        var service = ServiceCode.of(dialled).filter(code -> hasDigitsOnly(dialled.substring(code.code().length())));
        if (service.isPresent()) {
            return new Move.Stay(List.of(RouteStep.of(ROUTE, dialled, "route.service", "service/" + service.get().key())),
                    new Act.Serve(service.get(), dialled.substring(service.get().code().length())), null);
        }
        var schedule = scene.plan().scheduleOfCode(dialled);
        if (schedule.isPresent()) {
            return new Move.Stay(List.of(RouteStep.of(ROUTE, dialled, "route.switch_hours", "service/switch_hours", schedule.get().name())),
                    new Act.SwitchHours(schedule.get().id()), null);
        }
        var inside = inside(scene, dialled);
        if (caller.mayCall() == CallPermission.NOBODY) {
            return Move.refuse(Refusal.FORBIDDEN, RouteStep.of(ROUTE, dialled, "route.may_call_nobody", "forbidden"));
        }
        if (inside != null) {
            var rule = dialled.equals(caller.number()) ? "route.own_extension" : "route." + inside.kind().value();
            return Move.on(RouteStep.of(ROUTE, dialled, rule, inside.kind().value(), scene.label(inside)), inside);
        }
        return outside(scene, caller, dialled);
    }

    private static boolean hasDigitsOnly(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Goal inside(Scene scene, String dialled) {
        var plan = scene.plan();
        return plan.extension(dialled).map(extension -> Goal.thing(DestinationKind.EXTENSION, extension.id()))
                .or(() -> plan.menu(dialled).map(menu -> Goal.thing(DestinationKind.MENU, menu.id())))
                .or(() -> plan.ringGroup(dialled).map(group -> Goal.thing(DestinationKind.RING_GROUP, group.id())))
                .or(() -> plan.queue(dialled).map(queue -> Goal.thing(DestinationKind.QUEUE, queue.id())))
                .orElse(null);
    }

    /** One of the company's own numbers is reached inside; whatever else is a number goes over a trunk. */
    private static Move outside(Scene scene, PlannedExtension caller, String dialled) {
        var company = scene.plan().company();
        var number = Dialled.parse(dialled, company.country(), company.outsidePrefix()).orElse(null);
        if (number == null || !OutsidePlace.isWorthTrying(scene.plan(), number)) {
            return Move.refuse(Refusal.UNKNOWN_NUMBER, RouteStep.of(ROUTE, dialled, "route.unknown_number", "unknown_number"));
        }
        var own = number.e164() == null ? null : scene.plan().number(number.e164()).orElse(null);
        var to = own == null ? null : scene.plan().exit(own.id(), "to").orElse(null);
        if (to != null) {
            return Move.on(RouteStep.of(ROUTE, dialled, "route.own_number", "number", own.label(), scene.label(to)), Goal.of(to));
        }
        var value = number.e164() == null ? number.digits() : number.e164();
        return Move.on(RouteStep.of(ROUTE, dialled, "route.outside." + number.callClass().value(), "outside_number", value),
                new Goal(DestinationKind.OUTSIDE_NUMBER, null, value, caller.number()));
    }
}
