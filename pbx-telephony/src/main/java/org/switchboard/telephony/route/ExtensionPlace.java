package org.switchboard.telephony.route;

import java.util.List;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.plan.PlannedExtension;

/** What an extension does with a caller: forwards it, or rings its devices, and then does what its owner wants. */
final class ExtensionPlace {

    private static final String KIND = "extension";

    private ExtensionPlace() {
    }

    static Move enter(Scene scene, PlannedExtension extension, Place place) {
        var always = scene.exit(extension, "always");
        if (always.isPresent()) {
            var step = new RouteStep(KIND, extension.number(), "extension.forwards_always", List.of(scene.label(always.get())), "always",
                    List.of(new Step.Alternative("rings", extension.label())));
            return Move.on(step, Goal.of(always.get()).onBehalfOf(extension));
        }
        if (extension.doNotDisturb()) {
            return leave(scene, extension, "busy", "extension.do_not_disturb", Refusal.BUSY);
        }
        var others = scene.origin().others(extension.devices());
        if (others.isEmpty()) {
            // Whose only device is calling is on the phone; whose has none cannot be reached.
            return extension.devices().isEmpty()
                    ? leave(scene, extension, "not_registered", "extension.no_device", Refusal.NOT_REGISTERED)
                    : leave(scene, extension, "busy", "extension.calls_itself", Refusal.BUSY);
        }
        return Move.stay(RouteStep.of(KIND, extension.number(), "extension.rings", "rings", Integer.toString(extension.ringSeconds())),
                new Act.Ring(List.of(new Act.Member.Devices(extension.id(), others, 0)), extension.ringSeconds()),
                new Place(DestinationKind.EXTENSION, extension.number(), 0, place.hops(), place.behalf()));
    }

    static Move after(Scene scene, PlannedExtension extension, Happened happened) {
        return switch (happened) {
            case Happened.Rang(var result) -> switch (result) {
                case BUSY, REJECTED -> leave(scene, extension, "busy", "extension.busy", Refusal.BUSY);
                case NO_ANSWER -> leave(scene, extension, "no_answer", "extension.no_answer", Refusal.NO_ANSWER);
                case NOT_REGISTERED -> leave(scene, extension, "not_registered", "extension.not_registered", Refusal.NOT_REGISTERED);
                case FAILED -> Move.refuse(Refusal.FAILED, RouteStep.of(KIND, extension.number(), "extension.failed", "failed"));
            };
            case Happened.Typed _, Happened.LeftQueue _, Happened.Played _ -> throw new IllegalArgumentException("not what an extension waits for: " + happened);
        };
    }

    private static Move leave(Scene scene, PlannedExtension extension, String exit, String rule, Refusal otherwise) {
        return scene.exit(extension, exit)
                .map(to -> Move.on(new RouteStep(KIND, extension.number(), rule, List.of(scene.label(to)), exit,
                        scene.otherThan(extension.id(), exit)), Goal.of(to).onBehalfOf(extension)))
                .orElseGet(() -> Move.refuse(otherwise, RouteStep.of(KIND, extension.number(), rule, exit)));
    }
}
