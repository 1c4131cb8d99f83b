package org.switchboard.web.forwarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.forwarding.ForwardWhen;
import org.switchboard.telephony.forwarding.ForwardingDraft;
import org.switchboard.telephony.forwarding.ForwardingService;
import org.switchboard.web.destination.DestinationForm;

/** Saves the form of {@code templates/forwarding/groups.html}. */
@Component
public final class ForwardingForm {

    private final ForwardingService forwarding;
    private final DestinationForm destination;

    /**
     * Wires the component.
     *
     * @param forwarding  where calls go
     * @param destination reads the pickers
     */
    public ForwardingForm(ForwardingService forwarding, DestinationForm destination) {
        this.forwarding = forwarding;
        this.destination = destination;
    }

    /**
     * Saves all ways at once.
     *
     * @param number  the extension's number
     * @param request what was sent
     * @throws org.switchboard.telephony.input.InvalidInput naming each picker that is wrong
     */
    public void save(String number, HttpServletRequest request) {
        Map<ForwardWhen, DestinationDraft> ways = new EnumMap<>(ForwardWhen.class);
        for (ForwardWhen when : ForwardWhen.values()) {
            ways.put(when, destination.read(request, when.field()));
        }
        ForwardingDraft wanted = ForwardingDraft.of(ways);
        forwarding.update(number, today -> wanted);
    }
}
