package org.switchboard.telephony.outbound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.number.Dialled;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Makes, changes and orders the outbound routes of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class OutboundRouteService {

    /** Most routes of a company. */
    public static final int MOST = 200;

    private static final Map<String, FieldProblem> TAKEN = Map.of("outbound_route_name_key", new FieldProblem("name", "taken.route.name"));

    private final OutboundRouteRepository routes;
    private final PhoneNumberService numbers;
    private final TenantService tenants;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param routes      SQL of the routes
     * @param numbers     the numbers that can be shown to callees
     * @param tenants     by whose country numbers are dialled
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public OutboundRouteService(OutboundRouteRepository routes, PhoneNumberService numbers, TenantService tenants, InputChecker checker,
                                TransactionTemplate transaction) {
        this.routes = routes;
        this.numbers = numbers;
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Makes a route, behind all others.
     *
     * @param draft what it shall be
     * @return the route
     * @throws InvalidInput when a field is wrong, the name is taken, or a trunk is not one of the company's
     */
    public OutboundRoute create(OutboundRouteDraft draft) {
        OutboundRouteDraft wanted = ready(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            if (routes.all().size() >= MOST) {
                throw new InvalidInput(List.of(new FieldProblem("name", "invalid.route.many", List.of(MOST))));
            }
            return find(routes.insert(tenantId, wanted));
        }));
    }

    /**
     * Changes a route; its place stays.
     *
     * @param id     the route
     * @param change makes the wanted settings from today's
     * @return the route as it is now
     * @throws NotFound     when there is no such route
     * @throws InvalidInput as {@link #create}
     */
    public OutboundRoute update(UUID id, UnaryOperator<OutboundRouteDraft> change) {
        UUID tenantId = TenantScope.current().requireTenantId();
        OutboundRouteDraft wanted = ready(change.apply(find(id).draft()));
        return storing(() -> transaction.execute(status -> {
            routes.update(tenantId, id, wanted);
            return find(id);
        }));
    }

    /**
     * Puts the routes in order.
     *
     * @param ids all routes, the first first
     * @return the routes as they are now
     * @throws InvalidInput when these are not exactly the company's routes
     */
    public List<OutboundRoute> order(List<UUID> ids) {
        return transaction.execute(status -> {
            List<UUID> today = routes.all().stream().map(OutboundRoute::id).toList();
            if (ids.size() != today.size() || !new HashSet<>(ids).equals(new HashSet<>(today))) {
                throw new InvalidInput("ids", "invalid.route.order");
            }
            routes.order(ids);
            return routes.all();
        });
    }

    /**
     * Moves a route by some places.
     *
     * @param id the route
     * @param by how many places towards the end; negative towards the begin. Beyond an end it stays at that end
     * @return the routes as they are now
     * @throws NotFound when there is no such route
     */
    public List<OutboundRoute> move(UUID id, int by) {
        return transaction.execute(status -> {
            List<UUID> ids = new ArrayList<>(routes.all().stream().map(OutboundRoute::id).toList());
            int from = ids.indexOf(id);
            if (from < 0) {
                throw notFound(id);
            }
            ids.remove(from);
            ids.add(Math.clamp((long) from + by, 0, ids.size()), id);
            routes.order(ids);
            return routes.all();
        });
    }

    /**
     * Deletes a route.
     *
     * @param id the route
     * @throws NotFound when there is no such route
     */
    public void delete(UUID id) {
        if (!transaction.execute(status -> routes.delete(id))) {
            throw notFound(id);
        }
    }

    /**
     * Finds a route.
     *
     * @param id the route
     * @return the route
     * @throws NotFound when there is no such route
     */
    public OutboundRoute find(UUID id) {
        return transaction.execute(status -> routes.find(id)).orElseThrow(() -> notFound(id));
    }

    /**
     * All routes.
     *
     * @return the first first
     */
    public List<OutboundRoute> all() {
        return transaction.execute(status -> routes.all());
    }

    /**
     * Which route takes a number.
     *
     * @param typed what somebody would dial
     * @return what was meant and the route; both may be null
     */
    public RouteMatch match(String typed) {
        Tenant company = tenants.current();
        Optional<Dialled> dialled = Dialled.parse(typed, company.country(), company.outsidePrefix());
        return dialled.flatMap(number -> all().stream().filter(route -> route.patternFor(number) != null).findFirst()
                        .map(route -> new RouteMatch(number, route, route.patternFor(number))))
                .orElseGet(() -> new RouteMatch(dialled.orElse(null), null, null));
    }

    private OutboundRouteDraft ready(OutboundRouteDraft draft) {
        checker.check(draft);
        return draft.withCallerId(numbers.ownCallerId(draft.callerId()));
    }

    private static OutboundRoute storing(Supplier<OutboundRoute> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        } catch (DataIntegrityViolationException refusal) {
            // The only foreign key that a draft can break is the one to its trunks.
            throw new InvalidInput("trunks", "invalid.route.trunks");
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("outboundRoute", id.toString());
    }
}
