package org.switchboard.web.destination;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.destination.UsedBy;
import org.switchboard.web.page.PageController;

/** What every page needs to show pickers and links to things: the kinds with their icons, and where each thing's page is. */
@ControllerAdvice(annotations = PageController.class)
public final class DestinationChoices {

    /**
     * The kinds and causes that a picker offers.
     *
     * @param kinds   what calls can be sent to
     * @param hangups how they can end
     */
    public record Choices(List<DestinationKind> kinds, List<HangupKind> hangups) {

        /**
         * What stands for a kind.
         *
         * @param kind word of a {@link DestinationKind}, with or without a cause, {@code number}, or empty
         * @return an icon's name in the sprite
         */
        public String icon(String kind) {
            return switch (kind.replaceFirst("\\..*", "")) {
                case "extension" -> "device-landline-phone";
                case "menu" -> "dialpad";
                case "schedule" -> "clock";
                case "ring_group" -> "users-group";
                case "queue" -> "headset";
                case "voicemail" -> "record-mail";
                case "announcement" -> "speakerphone";
                case "outside_number" -> "phone-outgoing";
                case "hangup" -> "phone-off";
                case "number" -> "hash";
                default -> "arrow-narrow-right";
            };
        }

        /**
         * The choice of a picker that leads somewhere.
         *
         * @param to where it leads; null for nowhere
         * @return value of the picker's {@code kind}
         */
        public String kind(Destination to) {
            return switch (to) {
                case null -> "";
                case Destination end when end.kind() == DestinationKind.HANGUP -> end.kind().value() + "." + end.value();
                default -> to.kind().value();
            };
        }

        /**
         * Address of a thing's page.
         *
         * @param to where something leads
         * @return an address; null when it is no thing
         */
        public String path(Destination to) {
            return to.kind().isThing() ? path(to.kind().value(), to.nodeId(), to.name()) : null;
        }

        /**
         * Address of a thing's page.
         *
         * @param user what leads to something
         * @return an address
         */
        public String path(UsedBy user) {
            return path(user.kind(), user.id(), user.name());
        }

        private static String path(String kind, UUID id, String name) {
            return switch (kind) {
                // These are known by their numbers, which their names begin with.
                case "extension" -> "/extensions/" + name.split(" ", 2)[0];
                case "number" -> "/numbers/" + name.split(" ", 2)[0].replace("+", "");
                case "voicemail" -> "/voicemail-boxes/" + name.split(" ", 2)[0];
                case "ring_group" -> "/ring-groups/" + id;
                default -> "/" + kind + "s/" + id;
            };
        }
    }

    @ModelAttribute("people")
    Choices people() {
        return new Choices(List.of(DestinationKind.EXTENSION, DestinationKind.OUTSIDE_NUMBER), List.of());
    }

    @ModelAttribute("destinations")
    Choices choices() {
        return new Choices(Arrays.stream(DestinationKind.values()).filter(kind -> kind != DestinationKind.HANGUP).toList(),
                List.of(HangupKind.values()));
    }
}
