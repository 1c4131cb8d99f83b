package org.switchboard.telephony.schedule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.route.ServiceCode;
import org.switchboard.telephony.tenant.TenantScope;

/** Makes, changes, switches and finds the opening hours of the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class ScheduleService {

    private static final Map<String, FieldProblem> TAKEN = Map.of(
            "schedule_name_key", new FieldProblem("name", "taken.schedule.name"),
            "schedule_code_key", new FieldProblem("code", "taken.schedule.code"));

    private static final Map<String, FieldProblem> USED = Map.of(
            "queue_callback_schedule_fkey", new FieldProblem("id", "taken.schedule.callback"));

    private final ScheduleRepository schedules;
    private final ScheduleRowRepository rows;
    private final FlowExits exits;
    private final InputChecker checker;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /**
     * Wires the service.
     *
     * @param schedules   SQL of the schedules
     * @param rows        SQL of their hours and days
     * @param exits       where they lead
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public ScheduleService(ScheduleRepository schedules, ScheduleRowRepository rows, FlowExits exits, InputChecker checker,
                           TransactionTemplate transaction, InstantSource clock) {
        this.schedules = schedules;
        this.rows = rows;
        this.exits = exits;
        this.checker = checker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes opening hours. Their feed, if any, has not been read yet.
     *
     * @param draft what they shall be
     * @return the schedule
     * @throws InvalidInput when a field or a row is wrong, or the name or code is taken
     */
    public Schedule create(ScheduleDraft draft) {
        Timetable timetable = checked(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return storing(() -> transaction.execute(status -> {
            UUID id = schedules.insert(tenantId, draft);
            return store(existing(id), draft, timetable);
        }));
    }

    /**
     * Changes opening hours; the next call follows them.
     *
     * @param id     the schedule
     * @param change makes the wanted settings from today's
     * @return the schedule as it is now
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when a field or a row is wrong, or the name or code is taken
     */
    public Schedule update(UUID id, UnaryOperator<ScheduleDraft> change) {
        return storing(() -> transaction.execute(status -> {
            Schedule today = schedules.findForUpdate(id).orElseThrow(() -> notFound(id));
            ScheduleDraft wanted = change.apply(today.draft(exits.of(id)));
            Timetable timetable = checked(wanted);
            boolean otherFeed = today.feed() != null && !today.feed().url().equals(wanted.feedUrl());
            schedules.update(id, wanted);
            if (otherFeed) {
                rows.replaceDays(today, true, List.of());
            }
            return store(today, wanted, timetable);
        }));
    }

    /**
     * Deletes a holiday or an exception that people keep.
     *
     * @param id    the schedule
     * @param dayId the day's row
     * @throws NotFound when there is none, or the feed keeps it
     */
    public void deleteDay(UUID id, UUID dayId) {
        transaction.executeWithoutResult(status -> {
            if (!rows.deleteDay(id, dayId)) {
                throw new NotFound("schedule_day", dayId.toString());
            }
        });
    }

    /**
     * Sets the day/night switch; the next call follows it.
     *
     * @param id    the schedule
     * @param draft how
     * @return the schedule as it is now
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when the end is not in the future, or two ends are named
     */
    public Schedule switchTo(UUID id, SwitchDraft draft) {
        checker.check(draft);
        Instant now = clock.instant();
        if (draft.until() != null && draft.untilNextChange()) {
            throw new InvalidInput("until", "invalid.schedule.untilTwice");
        }
        boolean back = draft.override() == SwitchPosition.NONE;
        if (!back && draft.until() != null && (!draft.until().isAfter(now) || draft.until().isAfter(now.plus(ScheduleSwitch.LONGEST)))) {
            throw new InvalidInput("until", "invalid.schedule.until");
        }
        return transaction.execute(status -> {
            Schedule today = schedules.findForUpdate(id).orElseThrow(() -> notFound(id));
            // The timetable needs no end.
            Instant until = back ? null : draft.untilNextChange() ? ScheduleSwitch.nextChange(today, now) : draft.until();
            schedules.updateSwitch(id, draft.override(), until);
            return existing(id);
        });
    }

    /**
     * Deletes opening hours. Calls that are up are not touched.
     *
     * @param id the schedule
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when something leads to it, naming what
     */
    public void delete(UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                schedules.findForUpdate(id).orElseThrow(() -> notFound(id));
                exits.refuseIfUsed(id);
                schedules.delete(id);
            });
        } catch (DataIntegrityViolationException refusal) {
            // Somebody led something here between the question and the deletion.
            exits.refuseIfUsed(id);
            throw InputChecker.taken(refusal, USED);
        }
    }

    /**
     * Finds opening hours.
     *
     * @param id their id
     * @return the schedule
     * @throws NotFound when there is none
     */
    public Schedule find(UUID id) {
        return transaction.execute(status -> existing(id));
    }

    /**
     * Where opening hours lead.
     *
     * @param id the schedule
     * @return by {@code open}, {@code closed} and {@code holiday}; those that lead nowhere are missing
     */
    public Map<String, Destination> exits(UUID id) {
        return exits.of(id);
    }

    /**
     * Lists opening hours in the order of their names.
     *
     * @param search part of a name; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<Schedule> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        return Page.of(transaction.execute(status -> schedules.list(wanted, cursor == null ? "" : cursor, limit + 1)), limit, Schedule::name);
    }

    /**
     * How many schedules the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> schedules.count());
    }

    private Schedule store(Schedule today, ScheduleDraft draft, Timetable timetable) {
        rows.replaceHours(today, timetable.hours());
        rows.replaceDays(today, false, timetable.days());
        Map<String, DestinationDraft> wanted = new HashMap<>();
        wanted.put("open", draft.open());
        wanted.put("closed", draft.closed());
        wanted.put("holiday", draft.holiday());
        exits.set(today.id(), wanted, UnaryOperator.identity());
        return existing(today.id());
    }

    private Timetable checked(ScheduleDraft draft) {
        checker.check(draft);
        if (draft.code() != null) {
            // A code that begins another, or that another begins, could not be told from it while it is dialled.
            Arrays.stream(ServiceCode.values()).map(ServiceCode::code)
                    .filter(code -> code.startsWith(draft.code()) || draft.code().startsWith(code)).findFirst().ifPresent(code -> {
                        throw new InvalidInput(List.of(new FieldProblem("code", "taken.schedule.serviceCode", List.of(code))));
                    });
        }
        return Timetable.of(draft);
    }

    private Schedule existing(UUID id) {
        return schedules.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("schedule", id.toString());
    }

    private static Schedule storing(Supplier<Schedule> statement) {
        try {
            return statement.get();
        } catch (DuplicateKeyException refusal) {
            throw InputChecker.taken(refusal, TAKEN);
        }
    }
}
