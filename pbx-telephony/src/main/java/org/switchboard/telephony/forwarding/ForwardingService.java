package org.switchboard.telephony.forwarding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.destination.FlowLoops;
import org.switchboard.telephony.extension.CallPermission;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.number.CallClass;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.tenant.TenantService;

/** Says and changes where calls to the extensions of the tenant in whose scope it runs are forwarded. */
@Service
public final class ForwardingService {

    private final ExtensionService extensions;
    private final FlowExits exits;
    private final TenantService tenants;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param extensions  the extensions
     * @param exits       where their ways out lead
     * @param tenants     says in which country the company is
     * @param transaction the portal's transactions
     */
    public ForwardingService(ExtensionService extensions, FlowExits exits, TenantService tenants, TransactionTemplate transaction) {
        this.extensions = extensions;
        this.exits = exits;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    /**
     * Where an extension's calls go.
     *
     * @param number the extension's number
     * @return the forwarding
     * @throws org.switchboard.telephony.input.NotFound when there is no such extension
     */
    public Forwarding find(String number) {
        return transaction.execute(status -> forwarding(extensions.find(number)));
    }

    /**
     * Changes where an extension's calls go, from the next call on.
     *
     * @param number the extension's number
     * @param change makes the wanted ways from today's
     * @return the forwarding as it is now
     * @throws org.switchboard.telephony.input.NotFound when there is no such extension
     * @throws InvalidInput when a way leads nowhere, to the extension itself, or outside although it may not call there
     */
    public Forwarding update(String number, UnaryOperator<ForwardingDraft> change) {
        return transaction.execute(status -> {
            Extension extension = extensions.find(number);
            Forwarding today = forwarding(extension);
            Map<String, DestinationDraft> wanted = new HashMap<>();
            change.apply(today.draft()).ways().forEach((when, to) -> wanted.put(when.exit(), to));
            refuse(extension, today, exits.checked(wanted, ForwardingService::field));
            exits.set(extension.id(), wanted, ForwardingService::field);
            return forwarding(extension);
        });
    }

    private Forwarding forwarding(Extension extension) {
        Map<ForwardWhen, Destination> ways = new EnumMap<>(ForwardWhen.class);
        exits.of(extension.id()).forEach((exit, to) -> ways.put(ForwardWhen.ofExit(exit), to));
        return new Forwarding(extension, ways, ways.isEmpty() ? List.of() : FlowLoops.find(exits.all(), extension.id()).orElse(List.of()));
    }

    private void refuse(Extension extension, Forwarding today, Map<String, Destination> wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        wanted.forEach((exit, to) -> {
            if (extension.id().equals(to.nodeId())) {
                problems.add(new FieldProblem(field(exit), "invalid.forwarding.self"));
            } else if (!to.equals(today.ways().get(ForwardWhen.ofExit(exit))) && !mayCall(extension, to)) {
                problems.add(new FieldProblem(field(exit), "invalid.forwarding.notAllowed"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    // Who may not dial a number may not have calls sent there either, at the company's cost.
    private boolean mayCall(Extension extension, Destination to) {
        if (to.kind() != DestinationKind.OUTSIDE_NUMBER) {
            return true;
        }
        CallPermission needed = Dialled.parse(to.value(), tenants.current().country(), "").map(Dialled::callClass)
                .map(ForwardingService::permission).orElse(CallPermission.PREMIUM);
        return extension.mayCall().compareTo(needed) >= 0;
    }

    private static CallPermission permission(CallClass callClass) {
        return switch (callClass) {
            case EMERGENCY, PREMIUM -> CallPermission.PREMIUM;
            case SHORT, NATIONAL -> CallPermission.NATIONAL;
            case INTERNATIONAL -> CallPermission.INTERNATIONAL;
        };
    }

    private static String field(String exit) {
        return ForwardWhen.ofExit(exit).field();
    }
}
