package org.switchboard.web.ringgroup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.destination.DestinationKind;
import org.switchboard.telephony.destination.FlowExits;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.ringgroup.RingGroup;
import org.switchboard.telephony.ringgroup.RingGroupMember;
import org.switchboard.telephony.ringgroup.RingGroupMemberDraft;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.destination.FormNumber;

/**
 * The members of a group as rows of a form. Each row is a picker {@code members.<row>} with its delay
 * {@code members.<row>.delay}; their order in the form is the order in which they ring.
 */
@Component
final class MemberRows {

    private static final Pattern ROW = Pattern.compile("(members\\.[a-z0-9]{1,12})\\.kind");
    private static final Pattern SERVICE_FIELD = Pattern.compile("members\\[(\\d+)]");
    private static final int ROWS_TO_FILL = 3;
    private static final int MOST_ROWS = 100;

    private final DestinationForm destination;
    private final FlowExits exits;

    MemberRows(DestinationForm destination, FlowExits exits) {
        this.destination = destination;
        this.exits = exits;
    }

    /**
     * One row.
     *
     * @param field   name of its picker
     * @param current who rings today; null where nobody does yet
     * @param delay   its delay in seconds
     */
    record Row(String field, Destination current, int delay) {
    }

    /** The rows of a group as it is, and some empty ones for browsers without scripts. */
    List<Row> of(RingGroup group) {
        List<Row> rows = new ArrayList<>();
        for (RingGroupMember member : group.members()) {
            rows.add(new Row("members." + rows.size(), shown(member), member.delaySeconds()));
        }
        rows.addAll(empty(rows.size()));
        return rows;
    }

    /** Rows of a form that was sent and is shown again; what was typed is in the model. */
    List<Row> again(HttpServletRequest request) {
        return fields(request).stream().map(field -> new Row(field, null, 0)).toList();
    }

    /** A row that scripts copy. */
    Row blank() {
        return new Row("members.blank", null, 0);
    }

    /** Empty rows. */
    List<Row> empty(int from) {
        return IntStream.range(from, from + ROWS_TO_FILL).mapToObj(number -> new Row("members." + number, null, 0)).toList();
    }

    /** What was sent, rows without a kind left out. Problems are named by the rows' fields. */
    List<RingGroupMemberDraft> read(HttpServletRequest request) {
        Map<String, DestinationDraft> wanted = chosen(request);
        Map<String, Destination> found = exits.checked(wanted, field -> field);
        return wanted.keySet().stream().map(field -> {
            Destination who = found.get(field);
            return new RingGroupMemberDraft(who.number(), who.value(),
                    FormNumber.read(request, field + ".delay", "invalid.ringGroup.delay"));
        }).toList();
    }

    /** The service's problems, by the names that the rows have here. */
    InvalidInput named(InvalidInput refusal, HttpServletRequest request) {
        List<String> rows = List.copyOf(chosen(request).keySet());
        return new InvalidInput(refusal.problems().stream().map(problem -> {
            Matcher place = SERVICE_FIELD.matcher(problem.field());
            return place.matches() ? new FieldProblem(rows.get(Integer.parseInt(place.group(1))), problem.code(), problem.args()) : problem;
        }).toList());
    }

    private Map<String, DestinationDraft> chosen(HttpServletRequest request) {
        Map<String, DestinationDraft> wanted = new LinkedHashMap<>();
        fields(request).forEach(field -> {
            DestinationDraft who = destination.read(request, field);
            if (who != null) {
                wanted.put(field, who);
            }
        });
        return wanted;
    }

    private static List<String> fields(HttpServletRequest request) {
        return Collections.list(request.getParameterNames()).stream().map(ROW::matcher).filter(Matcher::matches).map(row -> row.group(1))
                .limit(MOST_ROWS).toList();
    }

    private static Destination shown(RingGroupMember member) {
        return member.extension() == null
                ? new Destination(DestinationKind.OUTSIDE_NUMBER, null, null, member.outsideNumber(), member.outsideNumber())
                : new Destination(DestinationKind.EXTENSION, null, member.extension(), null, member.extension() + " " + member.name());
    }
}
