package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.number.PhoneNumber;
import org.switchboard.telephony.number.PhoneNumberDraft;
import org.switchboard.telephony.number.PhoneNumberService;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Cursors;
import org.switchboard.web.api.json.ListReply;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.number.TestCallDraft;
import org.switchboard.web.number.TestCalls;

/** {@code /numbers}: the numbers that the world dials. */
@RestController
@RequestMapping(path = "/api/v1/numbers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Numbers", description = "The numbers that the world dials. A number belongs to one company of the installation.")
final class NumberApi {

    private static final Cursors CURSORS = new Cursors("numbers", "\\+[0-9]{4,15}");

    private final PhoneNumberService numbers;
    private final TenantService tenants;
    private final TestCalls testCalls;

    NumberApi(PhoneNumberService numbers, TenantService tenants, TestCalls testCalls) {
        this.numbers = numbers;
        this.tenants = tenants;
        this.testCalls = testCalls;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createNumber", summary = "Take a number in",
            description = "In national form of the company's country, or in international form. Without `to` callers hear that it is not in service.")
    ResponseEntity<NumberReply> create(@RequestBody PhoneNumberDraft draft) {
        PhoneNumber made = numbers.create(draft);
        return ResponseEntity.created(URI.create("/api/v1/numbers/" + made.number())).body(reply(made));
    }

    @PostMapping("/many")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "createNumbers", summary = "Take many numbers in, all or none",
            description = "Numbers and ranges (`02-123-4500 ~ 4599`), between commas or on lines of their own; at most 1000.")
    ListReply<NumberReply> createMany(@RequestBody NumbersDraft draft) {
        String country = tenants.current().country();
        List<PhoneNumber> made = numbers.createMany(draft.numbers(), draft.to());
        Map<UUID, Map<String, Destination>> ways = numbers.destinations();
        return new ListReply<>(made.stream().map(number -> NumberReply.of(number, to(ways, number), country)).toList(), null);
    }

    @GetMapping
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "listNumbers", summary = "List numbers in the order of their digits",
            description = "`search` finds a part of a name or of a number, as the company's country writes it.")
    ListReply<NumberReply> list(
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String search,
            @RequestParam(defaultValue = ListParameters.DEFAULT_LIMIT)
            @Min(value = 1, message = ListParameters.LIMIT) @Max(value = Page.MAX_LIMIT, message = ListParameters.LIMIT) int limit,
            @RequestParam(required = false) String cursor) {
        String country = tenants.current().country();
        Map<UUID, Map<String, Destination>> ways = numbers.destinations();
        return ListReply.of(numbers.list(search, CURSORS.read(cursor), limit), CURSORS, number -> NumberReply.of(number, to(ways, number), country));
    }

    @GetMapping("/{number}")
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "getNumber", summary = "Get a number", description = "E.164 with or without the plus, or in national form.")
    NumberReply get(@PathVariable String number) {
        return reply(numbers.find(number));
    }

    @PatchMapping(path = "/{number}", consumes = {MediaType.APPLICATION_JSON_VALUE, Patch.MEDIA_TYPE})
    @AllowedTo(ADMIN)
    @Operation(operationId = "changeNumber", summary = "Change what a number is for and where it leads", description = "The number itself cannot be changed.")
    NumberReply change(@PathVariable String number, Patch<PhoneNumberDraft> patch) {
        return reply(numbers.update(number, patch::apply));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedTo(ADMIN)
    @Operation(operationId = "deleteNumber", summary = "Give a number back", description = "Refused while something shows it to callees.")
    void delete(@PathVariable String number) {
        numbers.delete(number);
    }

    @PostMapping("/{number}/test-call")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedTo(ADMIN)
    @Operation(operationId = "tryNumber", summary = "Try a number out without a trunk",
            description = "Rings a connected phone of the extension. Whoever takes it goes the way of somebody who called the number from outside "
                    + "as `caller` (a number; empty or `anonymous` for none).")
    void testCall(@PathVariable String number, @RequestBody TestCallDraft draft) {
        testCalls.ring(number, draft);
    }

    private NumberReply reply(PhoneNumber number) {
        return NumberReply.of(number, numbers.destination(number).orElse(null), tenants.current().country());
    }

    private static Destination to(Map<UUID, Map<String, Destination>> ways, PhoneNumber number) {
        return ways.getOrDefault(number.id(), Map.of()).get(PhoneNumber.EXIT);
    }
}
