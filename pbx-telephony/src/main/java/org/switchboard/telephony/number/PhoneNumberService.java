package org.switchboard.telephony.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.telephony.tenant.TenantService;

/** Takes numbers in, leads them somewhere, and finds them, for the tenant in whose scope it runs. Pages and API both use it. */
@Service
public final class PhoneNumberService {

    private static final int TAKEN_SHOWN = 5;

    private final PhoneNumberRepository numbers;
    private final FlowExits exits;
    private final TenantService tenants;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param numbers     SQL of the numbers
     * @param exits       where they lead
     * @param tenants     whose country numbers are written for
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public PhoneNumberService(PhoneNumberRepository numbers, FlowExits exits, TenantService tenants, InputChecker checker,
                              TransactionTemplate transaction) {
        this.numbers = numbers;
        this.exits = exits;
        this.tenants = tenants;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Takes a number in.
     *
     * @param draft what it shall be
     * @return the number
     * @throws InvalidInput when a field is wrong, or some company has the number already
     */
    public PhoneNumber create(PhoneNumberDraft draft) {
        checker.check(draft);
        String country = country();
        String e164 = NumberForm.e164(draft.number(), country).orElseThrow(() ->
                new InvalidInput(List.of(new FieldProblem("number", "invalid.phoneNumber", List.of(NumberForm.example(country))))));
        UUID tenantId = TenantScope.current().requireTenantId();
        return transaction.execute(status -> {
            PhoneNumber made = numbers.insert(tenantId, e164, draft.name()).orElseThrow(() -> new InvalidInput("number", "taken.phoneNumber"));
            lead(made, draft.to());
            return made;
        });
    }

    /**
     * Takes many numbers in, all or none.
     *
     * @param typed numbers and ranges, see {@link NumberList}
     * @param to    where all of them lead; null leads nowhere
     * @return the numbers
     * @throws InvalidInput when one cannot be read, some company has one already, or they lead nowhere that exists
     */
    public List<PhoneNumber> createMany(String typed, DestinationDraft to) {
        String country = country();
        List<String> wanted = NumberList.read(typed, country);
        UUID tenantId = TenantScope.current().requireTenantId();
        return transaction.execute(status -> {
            List<PhoneNumber> made = new ArrayList<>();
            List<String> taken = new ArrayList<>();
            for (String e164 : wanted) {
                numbers.insert(tenantId, e164, "").ifPresentOrElse(made::add, () -> taken.add(NumberForm.shown(e164, country)));
            }
            if (!taken.isEmpty()) {
                throw new InvalidInput(List.of(new FieldProblem("numbers", "taken.phoneNumbers",
                        List.of(taken.size(), String.join(", ", taken.subList(0, Math.min(TAKEN_SHOWN, taken.size())))))));
            }
            made.forEach(number -> lead(number, to));
            return made;
        });
    }

    /**
     * Changes what a number is for and where it leads; the number itself stays.
     *
     * @param number the number, in any form that the company's country writes
     * @param change makes the wanted settings from today's
     * @return the number as it is now
     * @throws NotFound     when the company has no such number
     * @throws InvalidInput when a field is wrong, or the number is another
     */
    public PhoneNumber update(String number, UnaryOperator<PhoneNumberDraft> change) {
        return transaction.execute(status -> {
            PhoneNumber today = find(number);
            DestinationDraft to = destination(today).map(Destination::draft).orElse(null);
            PhoneNumberDraft wanted = checker.check(change.apply(new PhoneNumberDraft(today.number(), today.name(), to)));
            if (!NumberForm.e164(wanted.number(), country()).equals(Optional.of(today.number()))) {
                throw new InvalidInput("number", "invalid.phoneNumber.fixed");
            }
            if (!Objects.equals(wanted.to(), to)) {
                lead(today, wanted.to());
            }
            return wanted.name().equals(today.name()) ? today
                    : numbers.rename(today.id(), wanted.name()).orElseThrow(() -> new NotFound("number", number));
        });
    }

    /**
     * Gives a number back. Calls that are up are not touched.
     *
     * @param number the number
     * @throws NotFound     when the company has no such number
     * @throws InvalidInput when something shows it to callees, with the names of what does
     */
    public void delete(String number) {
        transaction.executeWithoutResult(status -> {
            PhoneNumber today = find(number);
            List<String> users = numbers.shownBy(today.id(), today.number());
            if (!users.isEmpty()) {
                throw new InvalidInput(List.of(new FieldProblem("id", "taken.usedBy", List.of(String.join(", ", users)))));
            }
            numbers.delete(today.id());
        });
    }

    /**
     * Finds a number.
     *
     * @param number the number, in any form that the company's country writes, also without the plus
     * @return the number
     * @throws NotFound when the company has no such number
     */
    public PhoneNumber find(String number) {
        return CallerNumber.parse(number, false, country()).asE164()
                .flatMap(e164 -> transaction.execute(status -> numbers.find(e164)))
                .orElseThrow(() -> new NotFound("number", number));
    }

    /**
     * Where a number leads.
     *
     * @param number the number
     * @return empty when it leads nowhere
     */
    public Optional<Destination> destination(PhoneNumber number) {
        return Optional.ofNullable(exits.of(number.id()).get(PhoneNumber.EXIT));
    }

    /**
     * Where all numbers lead.
     *
     * @return by number's id; numbers that lead nowhere are missing
     */
    public Map<UUID, Map<String, Destination>> destinations() {
        return exits.all();
    }

    /**
     * What shows a number to callees.
     *
     * @param number the number
     * @return names of extensions, trunks and outbound routes
     */
    public List<String> shownBy(PhoneNumber number) {
        return transaction.execute(status -> numbers.shownBy(number.id(), number.number()));
    }

    /**
     * Lists numbers in the order of their digits.
     *
     * @param search part of a name, or of a number as the company's country writes it; null or empty finds all
     * @param cursor where to go on; null begins at the first
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<PhoneNumber> list(String search, String cursor, int limit) {
        String wanted = search == null ? "" : search.strip();
        // 02-123 begins a national number; the E.164 number has it without the first zero.
        String digits = NumberForm.diallable(wanted).map(typed -> typed.replaceFirst("^0+", "")).orElse("");
        List<PhoneNumber> rows = transaction.execute(status -> numbers.list(wanted, digits, cursor == null ? "" : cursor, limit + 1));
        return Page.of(rows, limit, PhoneNumber::number);
    }

    /**
     * How many numbers the tenant has.
     *
     * @return the count
     */
    public int count() {
        return transaction.execute(status -> numbers.count());
    }

    /**
     * Reads the number that a trunk or route shows to callees: one of the company's own, so that nobody calls in another's name.
     *
     * @param typed what was typed; null or empty is none
     * @return E.164; null for none
     * @throws InvalidInput when it is not one of the company's numbers
     */
    public String ownCallerId(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return CallerNumber.parse(typed, false, country()).asE164().filter(e164 -> transaction.execute(status -> numbers.find(e164)).isPresent())
                .orElseThrow(() -> new InvalidInput("callerId", "invalid.callerId"));
    }

    private void lead(PhoneNumber number, DestinationDraft to) {
        Map<String, DestinationDraft> wanted = new HashMap<>();
        wanted.put(PhoneNumber.EXIT, to);
        exits.set(number.id(), wanted, exit -> exit);
    }

    private String country() {
        return tenants.current().country();
    }
}
