package org.switchboard.telephony.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows, at most as many as were asked for
 * @param next  cursor of the next page, to be sent back as it is; null when this is the last page
 * @param <T>   kind of row
 */
public record Page<T>(List<T> items, String next) {

    /** Rows on a page when nobody says how many. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most rows that one page can have. */
    public static final int MAX_LIMIT = 200;

    /** Keeps an unchangeable copy of the rows. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page from a query that asked for one row more than the page holds.
     *
     * @param rows   what the query gave, at most {@code limit + 1} rows
     * @param limit  rows on the page
     * @param cursor makes the cursor that stands after a row
     * @param <T>    kind of row
     * @return the page, with a cursor when there is more
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() > limit
                ? new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)))
                : new Page<>(rows, null);
    }

    /**
     * The same page with each row turned into something else.
     *
     * @param change what to make of a row
     * @param <R>    kind of the new rows
     * @return a page with the same cursor
     */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<R>(items.stream().<R>map(change).toList(), next);
    }
}
