package org.switchboard.web.extension;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.forwarding.ForwardingService;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.web.change.ChangeService;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.user.UserService;

/** Gathers what the page of one extension shows, for the controllers of its settings and of its devices. */
@Component
public final class ExtensionPages {

    private static final int CHANGES_AT_THE_SIDE = 6;

    private final ExtensionService extensions;
    private final ExtensionRows rows;
    private final UserService users;
    private final ChangeService changes;
    private final ForwardingService forwarding;
    private final FlowExits exits;
    private final PhoneNumberService numbers;
    private final PortalProperties portal;

    /**
     * Wires the component.
     *
     * @param extensions the extensions
     * @param rows       their devices and states
     * @param users      whose they can be
     * @param changes    what was changed recently
     * @param forwarding where their calls go
     * @param exits      what leads to them
     * @param numbers    what they can show to people outside
     * @param portal     how phones reach Asterisk
     */
    public ExtensionPages(ExtensionService extensions, ExtensionRows rows, UserService users, ChangeService changes,
                          ForwardingService forwarding, FlowExits exits, PhoneNumberService numbers, PortalProperties portal) {
        this.forwarding = forwarding;
        this.exits = exits;
        this.numbers = numbers;
        this.extensions = extensions;
        this.rows = rows;
        this.users = users;
        this.changes = changes;
        this.portal = portal;
    }

    /**
     * Fills the model for the view {@code extension/page}.
     *
     * @param number the extension's number
     * @param model  what to fill
     * @return the extension
     * @throws org.switchboard.telephony.input.NotFound when there is no such extension
     */
    public Extension fill(String number, Model model) {
        Extension extension = extensions.find(number);
        ExtensionRow row = rows.of(List.of(extension)).getFirst();
        model.addAttribute("extension", extension);
        model.addAttribute("row", row);
        model.addAttribute("forwarding", forwarding.find(number));
        model.addAttribute("usedBy", exits.usedBy(extension.id()));
        model.addAttribute("permissions", CallPermission.values());
        model.addAttribute("numbers", numbers.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("sip", portal.sip());
        model.addAttribute("users", users.list(null, null, Page.MAX_LIMIT).items());
        model.addAttribute("changes", changes.of(
                Stream.concat(Stream.of(extension.id()), row.phones().stream().map(phone -> phone.device().id())).toList(),
                CHANGES_AT_THE_SIDE));
        return extension;
    }
}
