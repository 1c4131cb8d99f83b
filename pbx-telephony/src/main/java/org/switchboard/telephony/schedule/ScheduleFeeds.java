package org.switchboard.telephony.schedule;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.hours.SpecialDay;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.schedule.ical.CalendarProblem;
import org.switchboard.telephony.schedule.ical.CalendarReader;
import org.switchboard.telephony.schedule.ical.FeedFetcher;

/** Holidays out of iCal files and feeds, for the tenant in whose scope it runs. */
@Service
public final class ScheduleFeeds {

    /** How far ahead events that repeat are written out. */
    private static final int YEARS_AHEAD = 2;
    /** How long holidays that have passed stay, for questions about calls of those days. */
    private static final int DAYS_BACK = 31;

    private final ScheduleRepository schedules;
    private final ScheduleRowRepository rows;
    private final ScheduleService service;
    private final FeedFetcher fetcher;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final CalendarReader reader = new CalendarReader();

    /**
     * Wires the service.
     *
     * @param schedules   SQL of the schedules
     * @param rows        SQL of their days
     * @param service     checks and stores what a file brings
     * @param fetcher     brings feeds
     * @param transaction the portal's transactions
     * @param clock       the time
     */
    public ScheduleFeeds(ScheduleRepository schedules, ScheduleRowRepository rows, ScheduleService service, FeedFetcher fetcher,
                         TransactionTemplate transaction, InstantSource clock) {
        this.schedules = schedules;
        this.rows = rows;
        this.service = service;
        this.fetcher = fetcher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads a schedule's feed now. No connection to the database is held meanwhile. A feed that cannot be read leaves the days of
     * the last good reading, and the schedule says why.
     *
     * @param id the schedule
     * @return the schedule as it is now; its feed's problem is null when all went well
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when it has no feed
     */
    public Schedule refresh(UUID id) {
        Schedule schedule = service.find(id);
        if (schedule.feed() == null) {
            throw new InvalidInput("feedUrl", "invalid.schedule.noFeed");
        }
        String url = schedule.feed().url();
        try {
            List<SpecialDay> days = read(schedule, fetcher.fetch(URI.create(url)));
            transaction.executeWithoutResult(status -> {
                Schedule now = schedules.findForUpdate(id).orElseThrow(() -> new NotFound("schedule", id.toString()));
                if (schedules.updateFeed(id, url, clock.instant(), null)) {
                    rows.replaceDays(now, true, days);
                }
            });
        } catch (CalendarProblem problem) {
            String why = Stream.concat(Stream.of(problem.code()), problem.args().stream().map(Object::toString)).collect(Collectors.joining("\t"));
            transaction.executeWithoutResult(status -> schedules.updateFeed(id, url, null, why.substring(0, Math.min(300, why.length()))));
        }
        return service.find(id);
    }

    /**
     * Takes the events of a file over as holidays, which can be changed like any other. What is there already is not doubled.
     *
     * @param id   the schedule
     * @param file an iCal file
     * @return how many holidays were added
     * @throws NotFound     when there is no such schedule
     * @throws InvalidInput when the file cannot be read, or brings too much
     */
    public int importFile(UUID id, byte[] file) {
        Schedule schedule = service.find(id);
        List<SpecialDay> found = readOrRefuse(schedule, file);
        int[] added = new int[1];
        service.update(id, today -> {
            List<DayDraft> days = new ArrayList<>(today.days());
            found.stream().map(DayDraft::of).filter(day -> !days.contains(day)).forEach(days::add);
            added[0] = days.size() - today.days().size();
            return today.withDays(days);
        });
        return added[0];
    }

    private List<SpecialDay> readOrRefuse(Schedule schedule, byte[] file) {
        try {
            return read(schedule, file);
        } catch (CalendarProblem problem) {
            throw new InvalidInput(List.of(new FieldProblem("file", problem.code(), problem.args())));
        }
    }

    private List<SpecialDay> read(Schedule schedule, byte[] file) throws CalendarProblem {
        LocalDate today = LocalDate.ofInstant(clock.instant(), schedule.zone());
        return reader.read(file, schedule.zone(), today.minusDays(DAYS_BACK), today.plusYears(YEARS_AHEAD));
    }
}
