package org.switchboard.telephony.menu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
 * Makes, changes and finds the menus of the tenant in whose scope it runs. A menu and its ways out are stored together or not
 * at all.
 */
@Service
public final class MenuService {

    /** Most extensions that can be kept from being dialled. */
    public static final int MAX_EXCLUDED = 500;

    private static final Pattern EXTENSION = Pattern.compile("[1-9][0-9]{1,5}");

    private static final Map<String, FieldProblem> REFUSALS = Map.of(
            "menu_name_key", new FieldProblem("name", "taken.menu.name"),
            "flow_node_number_key", new FieldProblem("number", "taken.number"),
            "flow_exit_target_fkey", new FieldProblem("id", "taken.usedBySomething"));

    private final MenuRepository menus;
    private final FlowExits exits;
    private final PromptService prompts;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param menus       SQL of the menus
     * @param exits       where their ways out lead
     * @param prompts     what they can play
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public MenuService(MenuRepository menus, FlowExits exits, PromptService prompts, InputChecker checker, TransactionTemplate transaction) {
        this.menus = menus;
        this.exits = exits;
        this.prompts = prompts;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a menu; calls can be led to it at once.
     *
     * @param draft what it shall be
     * @return the menu
     * @throws InvalidInput when a field is wrong, a key leads nowhere, or the name or number is taken
     */
    public Menu create(MenuDraft draft) {
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> withExits(menus.insert(tenantId, checked(draft)), draft)));
    }

    /**
     * Changes a menu. Calls that are in it go on as it was when they came.
     *
     * @param id     the menu
     * @param change makes the wanted settings from today's
     * @return the menu as it is now
     * @throws NotFound     when there is no such menu
     * @throws InvalidInput when a field is wrong, a key leads nowhere, or the name or number is taken
     */
    public Menu update(UUID id, UnaryOperator<MenuDraft> change) {
        return storing(() -> transaction.execute(status -> {
            Menu today = menus.findForUpdate(id).orElseThrow(() -> notFound(id));
            MenuDraft wanted = checked(change.apply(today.withExits(exits.of(id)).draft()));
            // Left alone where nothing changes, so that the record of changes tells only what did.
            boolean same = wanted.withoutExits().equals(today.draft().withoutExits());
            return withExits(same ? today : menus.update(id, wanted).orElseThrow(() -> notFound(id)), wanted);
        }));
    }

    /**
     * Deletes a menu.
     *
     * @param id the menu
     * @throws NotFound     when there is no such menu
     * @throws InvalidInput when something still leads to it
     */
    public void delete(UUID id) {
        storing(() -> transaction.execute(status -> {
            Menu gone = menus.findForUpdate(id).orElseThrow(() -> notFound(id));
            exits.refuseIfUsed(id);
            menus.delete(id);
            return gone;
        }));
    }

    /**
     * Finds a menu.
     *
     * @param id the menu
     * @return the menu with its ways out
     * @throws NotFound when there is no such menu
     */
    public Menu find(UUID id) {
        return transaction.execute(status -> menus.find(id).orElseThrow(() -> notFound(id)).withExits(exits.of(id)));
    }

    /**
     * Lists menus by their names.
     *
     * @param search part of a name or begin of a number; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page of menus with their ways out
     */
    public Page<Menu> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return transaction.execute(status -> Page.of(menus.list(wanted, cursor == null ? "" : cursor, limit + 1), limit, Menu::name)
                .map(menu -> menu.withExits(exits.of(menu.id()))));
    }

    /**
     * How many menus the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> menus.count());
    }

    /**
     * The keys after which a menu has to wait, because extensions that can be dialled begin with them.
     *
     * @param menu the menu
     * @return in the order of the keys; empty where no extension can be dialled
     */
    public List<DirectDialClash> clashes(Menu menu) {
        return menu.directDial() ? transaction.execute(status -> menus.clashes(menu.keys().keySet(), menu.excluded())) : List.of();
    }

    private Menu withExits(Menu menu, MenuDraft draft) {
        Map<String, DestinationDraft> wanted = new HashMap<>();
        MenuExit.KEYS.forEach(key -> wanted.put(MenuExit.ofKey(key), draft.keys().get(key)));
        wanted.put(MenuExit.NO_INPUT, draft.noInput());
        wanted.put(MenuExit.WRONG_INPUT, draft.wrongInput());
        exits.set(menu.id(), wanted, MenuExit::field);
        return menu.withExits(exits.of(menu.id()));
    }

    private MenuDraft checked(MenuDraft draft) {
        checker.check(draft);
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.excluded().size() > MAX_EXCLUDED || draft.excluded().stream().anyMatch(one -> one == null || !EXTENSION.matcher(one).matches())) {
            problems.add(new FieldProblem("excluded", "invalid.menu.excluded", List.of(MAX_EXCLUDED)));
        }
        draft.keys().forEach((key, to) -> {
            if (!MenuExit.KEYS.contains(key)) {
                problems.add(new FieldProblem("keys." + key, "invalid.menu.key"));
            }
        });
        promptProblem("promptId", draft.promptId()).ifPresent(problems::add);
        promptProblem("wrongPromptId", draft.wrongPromptId()).ifPresent(problems::add);
        promptProblem("noInputPromptId", draft.noInputPromptId()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return draft;
    }

    private Optional<FieldProblem> promptProblem(String field, UUID promptId) {
        try {
            if (promptId != null) {
                prompts.find(promptId);
            }
            return Optional.empty();
        } catch (NotFound unknown) {
            return Optional.of(new FieldProblem(field, "invalid.flow.prompt"));
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("menu", id.toString());
    }

    private static Menu storing(Supplier<Menu> statement) {
        try {
            return statement.get();
        } catch (DataIntegrityViolationException refusal) {
            throw InputChecker.taken(refusal, REFUSALS);
        }
    }
}
