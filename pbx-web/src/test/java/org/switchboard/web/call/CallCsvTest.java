package org.switchboard.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+82212345678", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void givenACellThatASpreadsheetWouldRun_whenWritten_thenAnApostropheStandsInFront(String cell) {
        assertThat(CallCsv.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "101", "Mina Park", "O'Neil =1", "*43", "김민준"})
    void givenAnOrdinaryCell_whenWritten_thenItIsAsItWas(String cell) {
        assertThat(CallCsv.safe(cell)).isEqualTo(cell);
    }

    @Test
    void givenQuotesAndLines_whenWritten_thenTheFileIsRfc4180WithAByteOrderMark() throws IOException {
        StringWriter out = new StringWriter();
        try (CallCsv csv = new CallCsv(out, List.of("a", "b"))) {
            csv.row(List.of("say \"hi\"", "two\nlines, one cell"));
        }
        assertThat(out).hasToString("\uFEFFa,b\r\n\"say \"\"hi\"\"\",\"two\nlines, one cell\"\r\n");
    }
}
