package org.switchboard.telephony.extension;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantScope;

/** Makes, changes and finds the extensions of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class ExtensionService {

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "extension_number_key", new FieldProblem("number", "taken.extension.number"),
            "flow_node_number_key", new FieldProblem("number", "taken.number"),
            "extension_tenant_id_user_id_fkey", new FieldProblem("userId", "invalid.extension.userId"),
            "extension_caller_id_fkey", new FieldProblem("callerIdNumberId", "invalid.extension.callerId"));

    private final ExtensionRepository extensions;
    private final FlowExits exits;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param extensions  SQL of the extensions
     * @param exits       what leads to an extension
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public ExtensionService(ExtensionRepository extensions, FlowExits exits, InputChecker checker, TransactionTemplate transaction) {
        this.extensions = extensions;
        this.exits = exits;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes an extension; it can be dialled from the next call on.
     *
     * @param draft what it shall be
     * @return the extension
     * @throws InvalidInput when a field is wrong, or the number is taken
     */
    public Extension create(ExtensionDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> extensions.insert(tenantId, draft)));
    }

    /**
     * Changes an extension. Calls that are up are not touched.
     *
     * @param number the extension's number as it is now
     * @param change makes the wanted settings from today's
     * @return the extension as it is now
     * @throws NotFound     when there is no such extension
     * @throws InvalidInput when a field is wrong, or the number is taken
     */
    public Extension update(String number, UnaryOperator<ExtensionDraft> change) {
        return storing(() -> transaction.execute(status -> {
            Extension today = extensions.findForUpdate(number).orElseThrow(() -> new NotFound("extension", number));
            ExtensionDraft wanted = checker.check(change.apply(today.draft()));
            return extensions.update(today.id(), wanted).orElseThrow(() -> new NotFound("extension", number));
        }));
    }

    /**
     * Deletes an extension with its devices. Calls that are up are not touched.
     *
     * @param number the extension's number
     * @throws NotFound     when there is no such extension
     * @throws InvalidInput when something still leads to it
     */
    public void delete(String number) {
        transaction.executeWithoutResult(status -> {
            Extension extension = extensions.findForUpdate(number).orElseThrow(() -> new NotFound("extension", number));
            exits.refuseIfUsed(extension.id());
            extensions.delete(extension.id());
        });
    }

    /**
     * Finds an extension.
     *
     * @param number its number
     * @return the extension
     * @throws NotFound when there is no such extension
     */
    public Extension find(String number) {
        return transaction.execute(status -> extensions.find(number)).orElseThrow(() -> new NotFound("extension", number));
    }

    /**
     * The extensions of one user.
     *
     * @param userId the user
     * @return in the order of their numbers; empty when there are none
     */
    public List<Extension> ofUser(UUID userId) {
        return transaction.execute(status -> extensions.ofUser(userId));
    }

    /**
     * Lists extensions, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<Extension> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        List<Extension> rows = transaction.execute(status -> extensions.list(wanted, cursor == null ? "" : cursor, limit + 1));
        return Page.of(rows, limit, Extension::number);
    }

    /**
     * How many extensions the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> extensions.count());
    }

    /**
     * A number to propose for a new extension.
     *
     * @return the lowest free number that follows an extension's; 101 where there are no extensions
     */
    public String nextFreeNumber() {
        return transaction.execute(status -> extensions.nextFreeNumber());
    }

    private static Extension storing(Supplier<Extension> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}
