package org.switchboard.web.explain;

import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Finds the pages of things that steps name. */
@Component
public final class ThingLinks {

    private static final int LOOK_AT = 20;

    private final FlowExits exits;

    /**
     * Wires the component.
     *
     * @param exits knows the things
     */
    public ThingLinks(FlowExits exits) {
        this.exits = exits;
    }

    /**
     * The page of a thing.
     *
     * @param kind its kind as steps have it
     * @param name its name as steps have it
     * @return an address; null when it has none, or is gone
     */
    public String path(String kind, String name) {
        return switch (kind) {
            case "extension" -> "/extensions/" + name.split(" ", 2)[0];
            case "voicemail" -> ofBox(name.split(" ", 2)[0]);
            case "number" -> "/numbers/" + name.substring(1);
            case "menu", "schedule", "ring_group", "queue", "announcement" -> found(kind, name);
            default -> null;
        };
    }

    /**
     * The page of a thing.
     *
     * @param kind   its kind
     * @param id     its id
     * @param number the number that its page is known by; null where that is the id
     * @return an address; null when it has none
     */
    static String path(String kind, UUID id, String number) {
        return switch (kind) {
            case "extension" -> "/extensions/" + number;
            case "voicemail" -> ofBox(number);
            case "ring_group" -> "/ring-groups/" + id;
            case "number" -> "/numbers/" + number.substring(1);
            case "menu", "schedule", "queue", "announcement" -> "/" + kind + "s/" + id;
            default -> null;
        };
    }

    /** The pages of voicemail boxes are for admins alone. */
    private static String ofBox(String number) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return reader != null && reader.getPrincipal() instanceof SignedInUser me && me.role() == Role.ADMIN ? "/voicemail-boxes/" + number : null;
    }

    // A node is named by its number, where it has one, and its name.
    private String found(String kind, String name) {
        return exits.search(DestinationKind.of(kind), name, LOOK_AT).stream()
                .filter(thing -> thing.name().equals(name) || thing.name().endsWith(" " + name) && thing.number() != null)
                .findFirst().map(thing -> path(kind, thing.nodeId(), thing.number())).orElse(null);
    }
}
