package org.switchboard.web.destination;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.tenant.TenantService;

/**
 * Reads what the picker of {@code templates/destination.html} sends. For a field {@code to} these are {@code to.kind} (a kind,
 * or {@code hangup.} with its cause), {@code to.id} with {@code to.was} (the chosen thing, and what it was called), and
 * {@code to.text}: what stands in the search box. Without scripts only the text changes, so where it differs from
 * {@code to.was} it says which thing is meant, by its number or its name.
 */
@Component
public final class DestinationForm {

    private static final String HANGUP = DestinationKind.HANGUP.value() + ".";
    private static final int ENOUGH_TO_COMPARE = 20;

    private final FlowExits exits;
    private final TenantService tenants;

    /**
     * Wires the component.
     *
     * @param exits   finds things by their names
     * @param tenants says in which country numbers are typed
     */
    public DestinationForm(FlowExits exits, TenantService tenants) {
        this.exits = exits;
        this.tenants = tenants;
    }

    /**
     * Reads one picker.
     *
     * @param request what was sent
     * @param field   the picker's field
     * @return what was chosen, not looked up yet; null when nothing was
     */
    public DestinationDraft read(HttpServletRequest request, String field) {
        String kind = value(request, field, "kind");
        if (kind.isEmpty()) {
            return null;
        }
        if (kind.startsWith(HANGUP)) {
            return new DestinationDraft(DestinationKind.HANGUP, null, null, kind.substring(HANGUP.length()));
        }
        Optional<DestinationKind> known = known(kind);
        String text = value(request, field, "text");
        if (known.isEmpty()) {
            return new DestinationDraft(null, null, null, null);
        }
        return switch (known.get()) {
            case OUTSIDE_NUMBER -> new DestinationDraft(DestinationKind.OUTSIDE_NUMBER, null, null, dialled(text));
            case HANGUP -> new DestinationDraft(DestinationKind.HANGUP, null, null, value(request, field, "value"));
            case EXTENSION, MENU, SCHEDULE, RING_GROUP, QUEUE, VOICEMAIL, ANNOUNCEMENT ->
                thing(known.get(), value(request, field, "id"), value(request, field, "was"), text);
        };
    }

    private DestinationDraft thing(DestinationKind kind, String id, String was, String text) {
        if (!id.isEmpty() && (text.isEmpty() || text.equals(was))) {
            return new DestinationDraft(kind, id(id), null, null);
        }
        // "101 Mina Park" begins with the number, which alone is enough.
        List<Destination> found = exits.search(kind, text, ENOUGH_TO_COMPARE);
        return found.stream()
                .filter(thing -> thing.name().equalsIgnoreCase(text) || text.equals(thing.number()))
                .findFirst()
                .or(() -> text.isEmpty() || found.size() != 1 ? Optional.empty() : Optional.of(found.getFirst()))
                .map(thing -> DestinationDraft.to(kind, thing.nodeId()))
                .orElseGet(() -> new DestinationDraft(kind, null, text.isEmpty() ? null : text, null));
    }

    // As people of the country write it; what is no such number is refused later, as it was typed.
    private String dialled(String typed) {
        return NumberForm.e164(typed, tenants.current().country()).or(() -> NumberForm.diallable(typed)).orElse(typed);
    }

    // A made-up id is an unknown one.
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException madeUp) {
            return null;
        }
    }

    private static Optional<DestinationKind> known(String kind) {
        return List.of(DestinationKind.values()).stream().filter(one -> one.value().equals(kind)).findFirst();
    }

    private static String value(HttpServletRequest request, String field, String part) {
        String value = request.getParameter(field + "." + part);
        return value == null ? "" : value.strip();
    }
}
