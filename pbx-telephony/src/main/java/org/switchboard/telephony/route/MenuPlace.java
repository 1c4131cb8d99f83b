package org.switchboard.telephony.route;

import java.util.List;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.plan.PlannedMenu;

/** A menu plays, listens, and sends the caller where the key leads. */
final class MenuPlace {

    private static final String KIND = "menu";

    private MenuPlace() {
    }

    static Move enter(PlannedMenu menu, Place place) {
        return Move.stay(RouteStep.of(KIND, menu.name(), "menu.plays", "plays"), new Act.Listen(menu, place.position(), Act.Preface.NONE), place);
    }

    static Move after(Scene scene, PlannedMenu menu, Place place, Happened happened) {
        return switch (happened) {
            case Happened.Typed(var digits) when digits.isEmpty() ->
                again(scene, menu, place, "no_input", Act.Preface.NO_INPUT, RouteStep.of(KIND, menu.name(), "menu.no_input", "again"));
            case Happened.Typed(var digits) -> typed(scene, menu, place, digits);
            case Happened.Rang _, Happened.LeftQueue _, Happened.Played _ -> throw new IllegalArgumentException("not what a menu waits for: " + happened);
        };
    }

    private static Move typed(Scene scene, PlannedMenu menu, Place place, String digits) {
        return switch (new MenuDigits(scene.plan(), menu).meaning(digits)) {
            case MenuDigits.Meaning.Key(var exit, var to) -> new Move.On(new RouteStep(KIND, menu.name(), "menu.key",
                    List.of(digits.substring(0, 1), scene.label(to)), exit, scene.otherThan(menu.id(), exit)), Goal.of(to), true);
            case MenuDigits.Meaning.Dialled(var extension) -> new Move.On(new RouteStep(KIND, menu.name(), "menu.extension",
                    List.of(extension.number(), extension.label()), "extension", scene.otherThan(menu.id(), "")),
                    Goal.thing(DestinationKind.EXTENSION, extension.id()), true);
            case MenuDigits.Meaning.Unknown() -> again(scene, menu, place, "wrong_input", Act.Preface.WRONG_INPUT,
                    RouteStep.of(KIND, menu.name(), "menu.wrong_input", "again", digits));
        };
    }

    private static Move again(Scene scene, PlannedMenu menu, Place place, String exit, Act.Preface why, RouteStep step) {
        if (place.position() + 1 < menu.tries()) {
            return Move.stay(step, new Act.Listen(menu, place.position() + 1, why), place.at(place.position() + 1));
        }
        var last = new RouteStep(KIND, menu.name(), step.rule() + ".last", step.args(), exit, scene.otherThan(menu.id(), exit));
        return scene.plan().exit(menu.id(), exit)
                .map(to -> Move.on(last, Goal.of(to)))
                .orElseGet(() -> Move.stay(last, new Act.HangUp(HangupKind.NORMAL, true), null));
    }
}
