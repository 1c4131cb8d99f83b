package org.switchboard.telephony.announcement;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.prompt.PromptService;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Makes, changes and finds the announcements of the tenant in whose scope it runs. An announcement and its way out are stored
 * together or not at all.
 */
@Service
public final class AnnouncementService {

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "announcement_name_key", new FieldProblem("name", "taken.announcement.name"),
            "flow_exit_target_fkey", new FieldProblem("id", "taken.usedBySomething"));

    private final AnnouncementRepository announcements;
    private final FlowExits exits;
    private final PromptService prompts;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param announcements SQL of the announcements
     * @param exits         where they lead afterwards
     * @param prompts       what they can play
     * @param checker       checks drafts
     * @param transaction   the portal's transactions
     */
    public AnnouncementService(AnnouncementRepository announcements, FlowExits exits, PromptService prompts, InputChecker checker,
                               TransactionTemplate transaction) {
        this.announcements = announcements;
        this.exits = exits;
        this.prompts = prompts;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes an announcement; calls can be led to it at once.
     *
     * @param draft what it shall be
     * @return the announcement
     * @throws InvalidInput when a field is wrong, it leads nowhere, or the name is taken
     */
    public Announcement create(AnnouncementDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            mustExist(draft.promptId());
            return withNext(announcements.insert(tenantId, draft), draft);
        }));
    }

    /**
     * Changes an announcement. Calls that hear it go on as it was when they came.
     *
     * @param id     the announcement
     * @param change makes the wanted settings from today's
     * @return the announcement as it is now
     * @throws NotFound     when there is no such announcement
     * @throws InvalidInput when a field is wrong, it leads nowhere, or the name is taken
     */
    public Announcement update(UUID id, UnaryOperator<AnnouncementDraft> change) {
        return storing(() -> transaction.execute(status -> {
            Announcement today = announcements.findForUpdate(id).orElseThrow(() -> notFound(id));
            AnnouncementDraft wanted = checker.check(change.apply(withNext(today).draft()));
            mustExist(wanted.promptId());
            // Left alone where nothing changes, so that the record of changes tells only what did.
            boolean same = wanted.name().equals(today.name()) && wanted.promptId().equals(today.promptId());
            return withNext(same ? today : announcements.update(id, wanted).orElseThrow(() -> notFound(id)), wanted);
        }));
    }

    /**
     * Deletes an announcement.
     *
     * @param id the announcement
     * @throws NotFound     when there is no such announcement
     * @throws InvalidInput when something still leads to it
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            Announcement gone = announcements.findForUpdate(id).orElseThrow(() -> notFound(id));
            exits.refuseIfUsed(id);
            announcements.delete(id);
            return gone;
        }));
    }

    /**
     * Finds an announcement.
     *
     * @param id the announcement
     * @return the announcement with its way out
     * @throws NotFound when there is no such announcement
     */
    public Announcement find(UUID id) {
        return transaction.execute(status -> withNext(announcements.find(id).orElseThrow(() -> notFound(id))));
    }

    /**
     * Lists announcements by their names.
     *
     * @param search part of a name; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page of announcements with their ways out
     */
    public Page<Announcement> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return transaction.execute(status -> Page.of(announcements.list(wanted, cursor == null ? "" : cursor, limit + 1), limit,
                Announcement::name).map(this::withNext));
    }

    /**
     * How many announcements the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> announcements.count());
    }

    private Announcement withNext(Announcement announcement, AnnouncementDraft draft) {
        Map<String, DestinationDraft> wanted = new HashMap<>();
        wanted.put(Announcement.NEXT, draft.next());
        exits.set(announcement.id(), wanted, exit -> exit);
        return withNext(announcement);
    }

    private Announcement withNext(Announcement announcement) {
        return announcement.withNext(exits.of(announcement.id()).get(Announcement.NEXT));
    }

    private void mustExist(UUID promptId) {
        try {
            prompts.find(promptId);
        } catch (NotFound unknown) {
            throw new InvalidInput("promptId", "invalid.flow.prompt");
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("announcement", id.toString());
    }

    private static Announcement storing(Supplier<Announcement> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}
