package org.switchboard.web.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchboard.web.page.Formats;

/**
 * A table of a report, for the page, the file and the mail: so they say the same.
 *
 * @param key     which: {@code queues}, {@code agents} or {@code times}
 * @param columns its columns
 * @param rows    its rows, as many cells as columns
 * @param total   all rows together; null for none
 */
record ReportTable(String key, List<Column> columns, List<List<Object>> rows, List<Object> total) {

    /** Copies the lists' structure; cells may be null. */
    ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a cell is: a {@link String}, a {@link Long}, a {@link Duration}, or a {@link Double} from 0 to 1. Null is nothing to say. */
    enum Unit { TEXT, COUNT, TIME, SHARE }

    /**
     * A column.
     *
     * @param title    its name
     * @param unit     what its cells are
     * @param fileOnly whether it is too much for the page
     */
    record Column(String title, Unit unit, boolean fileOnly) {

        /**
         * Whether its cells are numbers.
         *
         * @return false for text
         */
        public boolean isNumber() {
            return unit != Unit.TEXT;
        }
    }

    /**
     * The columns that the page has room for.
     *
     * @return these columns
     */
    public List<Column> shownColumns() {
        return columns.stream().filter(column -> !column.fileOnly()).toList();
    }

    /**
     * The rows that the page shows: all, but hours and days in which nothing happened.
     *
     * @return these rows
     */
    public List<List<Object>> shownRows() {
        return key.equals("times") ? rows.stream().filter(row -> row.stream().anyMatch(cell -> cell instanceof Long count && count > 0)).toList() : rows;
    }

    /**
     * A row's cells for people.
     *
     * @param row the row
     * @param fmt the viewer's formats
     * @return a text for each of {@link #shownColumns()}
     */
    public List<String> shown(List<Object> row, Formats fmt) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).fileOnly()) {
                texts.add(text(row.get(i), fmt));
            }
        }
        return texts;
    }

    /**
     * A cell for people.
     *
     * @param cell the cell
     * @param fmt  the viewer's formats
     * @return a text; a dash for nothing
     */
    static String text(Object cell, Formats fmt) {
        return switch (cell) {
            case null -> "–";
            case Duration time -> fmt.duration(Instant.EPOCH, Instant.EPOCH.plus(time));
            case Double share -> percent(share, fmt.locale());
            case Long count -> String.format(fmt.locale(), "%,d", count);
            default -> cell.toString();
        };
    }

    private static String percent(double share, Locale locale) {
        // Rounded down, so that a target that was just missed does not look as if it was met.
        return String.format(locale, "%.1f", Math.floor(share * 1000) / 10) + " %";
    }

    /**
     * The columns' names in a file, which says units.
     *
     * @return names
     */
    List<String> fileColumns() {
        return columns.stream().map(column -> switch (column.unit()) {
            case TEXT, COUNT -> column.title();
            case TIME -> column.title() + " (s)";
            case SHARE -> column.title() + " (%)";
        }).toList();
    }

    /**
     * A row in a file: plain numbers, with which spreadsheets can count.
     *
     * @param row the row
     * @return a text for each column; empty for nothing
     */
    List<String> fileRow(List<Object> row) {
        return row.stream().map(cell -> switch (cell) {
            case null -> "";
            case Duration time -> String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
            case Double share -> String.format(Locale.ROOT, "%.2f", share * 100);
            default -> cell.toString();
        }).toList();
    }
}
