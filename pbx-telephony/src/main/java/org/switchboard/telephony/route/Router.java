package org.switchboard.telephony.route;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;

/**
 * Leads one caller through a company's plan. It knows nothing but the plan, so nothing outside the company can be reached
 * but by the company's own trunks. The same caller, plan, time and digits always give the same way.
 */
public final class Router {

    /** More things than any sensible way passes without the caller's choice; whoever passes more goes round in a circle. */
    static final int MOST_HOPS = 20;

    private final TenantPlan plan;
    private final Origin origin;

    /**
     * Makes a router for one call.
     *
     * @param plan   the company's plan, which stays the same for the whole call
     * @param origin who calls
     */
    public Router(TenantPlan plan, Origin origin) {
        this.plan = plan;
        this.origin = origin;
    }

    /**
     * A call comes in.
     *
     * @param dialled what an extension's phone sent, any text; for a caller from outside the company's E.164 number
     * @param around  the time and so on
     * @return what is to be done
     */
    public Turn begin(String dialled, Surroundings around) {
        var scene = scene(around);
        return follow(scene, Entry.of(scene, dialled), 0);
    }

    /**
     * Somebody transfers the caller: the target is read, and allowed, as though the one who transfers had dialled it.
     *
     * @param by      the extension that transfers
     * @param dialled what its phone sent; any text
     * @param around  the time and so on
     * @return what is to be done with the caller
     */
    public Turn transferred(PlannedExtension by, String dialled, Surroundings around) {
        var scene = scene(around);
        return follow(scene, Entry.transferred(scene, by, dialled), 0);
    }

    /**
     * A caller stands somewhere, and nothing else is known of what was before: a new engine takes it up.
     *
     * @param place  where
     * @param around the time and so on
     * @return what is to be done
     */
    public Turn resume(Place place, Surroundings around) {
        var scene = scene(around);
        return follow(scene, enter(scene, goal(place), place), place.hops());
    }

    /**
     * Something came of an act.
     *
     * @param place    where the caller stands
     * @param happened what came of it
     * @param around   the time and so on
     * @return what is to be done next
     */
    public Turn next(Place place, Happened happened, Surroundings around) {
        var scene = scene(around);
        var move = switch (place.kind()) {
            case EXTENSION -> plan.extension(place.key()).map(extension -> ExtensionPlace.after(scene, extension, happened));
            case RING_GROUP -> place.id().flatMap(plan::ringGroup).map(group -> RingGroupPlace.after(scene, group, place, happened));
            case QUEUE -> place.id().flatMap(plan::queue).map(queue -> QueuePlace.after(scene, queue, happened));
            case MENU -> place.id().flatMap(plan::menu).map(menu -> MenuPlace.after(scene, menu, place, happened));
            case ANNOUNCEMENT -> place.id().flatMap(plan::announcement).map(announcement -> AnnouncementPlace.after(scene, announcement));
            case OUTSIDE_NUMBER -> Optional.of(OutsidePlace.after(scene, place, happened));
            case SCHEDULE, VOICEMAIL, HANGUP -> Optional.<Move>empty();
        };
        return follow(scene, move.orElseGet(Router::gone), place.hops());
    }

    private Scene scene(Surroundings around) {
        return new Scene(plan, origin, around);
    }

    /** Goes from thing to thing until there is something to do. */
    private static Turn follow(Scene scene, Move first, int hopsBefore) {
        var steps = new ArrayList<RouteStep>();
        var hops = hopsBefore;
        var move = first;
        while (true) {
            switch (move) {
                case Move.On(var step, var goal, var chosen) -> {
                    steps.add(step);
                    hops = chosen ? 1 : hops + 1;
                    move = hops > MOST_HOPS
                            ? Move.refuse(Refusal.FAILED, RouteStep.of("route", scene.label(goal), "route.circle", "circle", Integer.toString(MOST_HOPS)))
                            : enter(scene, goal, new Place(goal.kind(), key(scene, goal), 0, hops, goal.behalf()));
                }
                case Move.Stay(var told, var act, var place) -> {
                    steps.addAll(told);
                    return new Turn(steps, act, place);
                }
            }
        }
    }

    private static Move enter(Scene scene, Goal goal, Place place) {
        var plan = scene.plan();
        return (switch (goal.kind()) {
            case EXTENSION -> plan.extension(place.key()).map(extension -> ExtensionPlace.enter(scene, extension, place));
            case MENU -> plan.menu(goal.nodeId()).map(menu -> MenuPlace.enter(menu, place));
            case SCHEDULE -> plan.schedule(goal.nodeId()).map(schedule -> SchedulePlace.enter(scene, schedule));
            case RING_GROUP -> plan.ringGroup(goal.nodeId()).map(group -> RingGroupPlace.enter(scene, group, place));
            case QUEUE -> plan.queue(goal.nodeId()).map(queue -> QueuePlace.enter(scene, queue, place));
            case VOICEMAIL -> plan.voicemail(goal.nodeId()).map(box -> Move.stay(
                    RouteStep.of("voicemail", box.number(), "voicemail.takes", "message"), new Act.TakeMessage(box.number()), place));
            case ANNOUNCEMENT -> plan.announcement(goal.nodeId()).map(announcement -> AnnouncementPlace.enter(announcement, place));
            case OUTSIDE_NUMBER -> Optional.of(OutsidePlace.enter(scene, place));
            case HANGUP -> HangupKind.of(goal.value()).map(kind -> Move.stay(
                    RouteStep.of("hangup", kind.value(), "hangup." + kind.value(), kind.value()), new Act.HangUp(kind, false), null));
        }).orElseGet(Router::gone);
    }

    /** What the caller was led to is not in the plan: only a change in the same moment can do that. */
    private static Move gone() {
        return Move.refuse(Refusal.FAILED, RouteStep.of("route", "", "route.gone", "gone"));
    }

    private static String key(Scene scene, Goal goal) {
        return switch (goal.kind()) {
            case EXTENSION -> scene.plan().extension(goal.nodeId()).map(extension -> extension.number()).orElse("0");
            case OUTSIDE_NUMBER -> OutsidePlace.key(goal.value());
            case HANGUP -> goal.value();
            case MENU, SCHEDULE, RING_GROUP, QUEUE, VOICEMAIL, ANNOUNCEMENT -> Place.key(goal.nodeId());
        };
    }

    private static Goal goal(Place place) {
        UUID id = place.id().orElse(null);
        return new Goal(place.kind(), id, place.kind().isThing() ? null : place.key(), place.behalf());
    }
}
