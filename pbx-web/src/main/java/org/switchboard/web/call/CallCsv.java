package org.switchboard.web.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes rows for spreadsheets: RFC 4180 with a byte-order mark, by which Excel knows UTF-8. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, CSV injection), since names and numbers come from callers.
 */
public final class CallCsv implements AutoCloseable {

    private static final String FORMULA_BEGINS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    /**
     * Begins a file.
     *
     * @param out     where to; must encode UTF-8
     * @param columns the columns' names
     * @throws IOException when it cannot be written
     */
    public CallCsv(Writer out, List<String> columns) throws IOException {
        out.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(columns);
    }

    /**
     * Writes a row.
     *
     * @param cells its cells; null is empty
     * @throws UncheckedIOException when the reader is gone
     */
    public void row(List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CallCsv::safe).toList());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /**
     * Makes a cell that no spreadsheet runs.
     *
     * @param cell its text; null is empty
     * @return the same text, with an apostrophe in front where it could be a formula
     */
    static String safe(String cell) {
        return cell == null || cell.isEmpty() || FORMULA_BEGINS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
