package org.switchboard.web.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;

/**
 * A list within a form: each row has fields such as {@code agents.3.agent} and {@code agents.3.tier}, in the order in which they
 * stand on the page. Rows in which nothing was chosen do not count.
 *
 * @param list  the list's field, such as {@code agents}
 * @param what  the part of a row that is chosen, such as {@code agent}
 * @param sent  fields of all rows that were sent
 * @param count fields of those that count
 */
public record RowForm(String list, String what, List<String> sent, List<String> count) {

    private static final int ROWS_TO_FILL = 3;
    private static final int MOST_ROWS = 1_200;
    private static final Pattern SERVICE_FIELD = Pattern.compile("([a-z]+)\\[(\\d+)](?:\\.([a-zA-Z]+))?");

    /**
     * Reads which rows were sent.
     *
     * @param request what was sent
     * @param list    the list's field
     * @param what    the part of a row that is chosen
     * @return the rows
     */
    public static RowForm of(HttpServletRequest request, String list, String what) {
        Pattern row = Pattern.compile("(" + list + "\\.[a-z0-9]{1,12})\\." + what);
        List<String> sent = Collections.list(request.getParameterNames()).stream().map(row::matcher).filter(Matcher::matches)
                .map(found -> found.group(1)).limit(MOST_ROWS).toList();
        return new RowForm(list, what, sent, sent.stream().filter(field -> !request.getParameter(field + "." + what).isBlank()).toList());
    }

    /**
     * One row of a page.
     *
     * @param field its field, such as {@code agents.3}
     * @param now   what it stands for today; null for one to be filled
     * @param <T>   kind of it
     */
    public record Row<T>(String field, T now) {
    }

    /**
     * The rows of a list as it is, and some to be filled, for browsers without scripts.
     *
     * @param list   the list's field
     * @param things what there is
     * @param <T>    kind of it
     * @return the rows
     */
    public static <T> List<Row<T>> rows(String list, List<T> things) {
        return Stream.concat(IntStream.range(0, things.size()).mapToObj(at -> new Row<>(list + "." + at, things.get(at))),
                IntStream.range(things.size(), things.size() + ROWS_TO_FILL).mapToObj(at -> new Row<T>(list + "." + at, null))).toList();
    }

    /**
     * A row that scripts copy.
     *
     * @param list the list's field
     * @return the row
     */
    public static Row<Object> blank(String list) {
        return new Row<>(list + ".blank", null);
    }

    /**
     * The rows that were sent, to be shown again with what was typed.
     *
     * @return the rows
     */
    public List<Row<Object>> again() {
        return sent.stream().map(field -> new Row<>(field, null)).toList();
    }

    /**
     * Reads the rows that count.
     *
     * @param read makes something of a row's field
     * @param <T>  kind of it
     * @return in the order of the page
     */
    public <T> List<T> map(Function<String, T> read) {
        return count.stream().map(read).toList();
    }

    /**
     * The service's problems, by the names that the rows have on the page.
     *
     * @param refusal names rows by their places, such as {@code agents[2].tier}
     * @return the same, by fields of the page
     */
    public InvalidInput named(InvalidInput refusal) {
        return new InvalidInput(refusal.problems().stream().map(problem -> {
            Matcher place = SERVICE_FIELD.matcher(problem.field());
            if (!place.matches() || !place.group(1).equals(list)) {
                return problem;
            }
            String part = place.group(3) == null ? what : place.group(3);
            return new FieldProblem(count.get(Integer.parseInt(place.group(2))) + "." + part, problem.code(), problem.args());
        }).toList());
    }
}
