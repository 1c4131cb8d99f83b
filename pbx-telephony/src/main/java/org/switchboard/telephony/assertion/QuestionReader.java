package org.switchboard.telephony.assertion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.number.CallerNumber;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.Question;

/**
 * Reads questions as people type them. Numbers are read by the company's country, times by its clock.
 *
 * @param plan the company's plan
 * @param zone the company's clock
 * @param now  what time it is
 */
public record QuestionReader(TenantPlan plan, ZoneId zone, Instant now) {

    /** What a caller can type on its way: digits, {@code *}, {@code #}, and a comma for a pause. */
    public static final String DIGITS = "[0-9*#,]{0,64}";

    private static final String ANONYMOUS = "anonymous";
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{3,14}");
    private static final Pattern TYPED = Pattern.compile(DIGITS);
    private static final Pattern SEPARATORS = Pattern.compile("[ \\u00A0().\\-/]");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9*#]{1,40}");
    // What PostgreSQL and people's calendars both have.
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /**
     * Reads a question.
     *
     * @param draft what was typed
     * @return the question as routing takes it
     * @throws InvalidInput naming each field that cannot be accepted
     */
    public Question read(QuestionDraft draft) {
        var problems = new ArrayList<FieldProblem>();
        var caller = tried(problems, () -> origin(draft.caller()));
        var dialled = caller == null ? null : tried(problems, () -> dialled(caller, draft.number()));
        var at = tried(problems, () -> at(draft.at()));
        var digits = Objects.requireNonNullElse(draft.digits(), "").strip();
        if (!TYPED.matcher(digits).matches()) {
            problems.add(new FieldProblem("digits", "invalid.question.digits"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
        return new Question(calling(caller, dialled), dialled, at, digits, Objects.requireNonNullElse(draft.ifRung(), IfRung.ANSWERED));
    }

    /** Only the number that was called tells all of an outside caller. */
    private static Origin calling(Origin caller, String dialled) {
        return switch (caller) {
            case Origin.Inside inside -> inside;
            case Origin.Outside(var number, _) -> new Origin.Outside(number, dialled);
        };
    }

    private static <T> T tried(List<FieldProblem> problems, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput refused) {
            problems.addAll(refused.problems());
            return null;
        }
    }

    private Origin origin(String typed) {
        var caller = Objects.requireNonNullElse(typed, "").strip();
        if (caller.isEmpty() || caller.equalsIgnoreCase(ANONYMOUS)) {
            return new Origin.Outside(CallerNumber.ANONYMOUS, "");
        }
        var extension = plan.extension(caller);
        if (extension.isPresent()) {
            return new Origin.Inside(extension.get(), null);
        }
        var outside = CallerNumber.parse(caller, false, plan.company().country());
        if (outside.e164() == null && !E164.matcher(plain(caller)).matches()) {
            throw new InvalidInput("caller", "invalid.question.caller");
        }
        return new Origin.Outside(outside, "");
    }

    private String dialled(Origin origin, String typed) {
        var number = Objects.requireNonNullElse(typed, "").strip();
        return switch (origin) {
            case Origin.Outside _ -> own(number).map(PlannedNumber::number)
                    .orElseThrow(() -> new InvalidInput("number", "invalid.question.number"));
            case Origin.Inside _ -> Optional.of(plain(number)).filter(DIALLED.asMatchPredicate())
                    .orElseThrow(() -> new InvalidInput("number", "invalid.question.dialled"));
        };
    }

    private Optional<PlannedNumber> own(String typed) {
        return plan.number(plain(typed)).or(() -> NumberForm.e164(typed, plan.company().country()).flatMap(plan::number));
    }

    private Instant at(String typed) {
        var text = Objects.requireNonNullElse(typed, "").strip();
        if (text.isEmpty()) {
            return now;
        }
        var read = moment(text);
        var year = read == null ? 0 : read.atZone(zone).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidInput("at", "invalid.question.at");
        }
        return read;
    }

    private Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notWithAnOffset) {
            return local(text);
        }
    }

    private Instant local(String text) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static String plain(String number) {
        return SEPARATORS.matcher(number).replaceAll("");
    }
}
