package org.switchboard.web.api.v1;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.SUPERVISOR;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.switchboard.telephony.cdr.CallDirection;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.call.CallCsv;

/** {@code /calls.csv}: the history for spreadsheets, of any length. */
@RestController
@Tag(name = "Calls")
final class CallExportApi {

    private static final String CSV = "text/csv;charset=UTF-8";

    private static final List<String> COLUMNS = List.of("id", "startedAt", "answeredAt", "endedAt", "direction", "caller", "callerName",
            "callerExtension", "callee", "calleeName", "calleeExtension", "disposition", "hangupCause", "cutShort");

    private final CallHistory history;

    CallExportApi(CallHistory history) {
        this.history = history;
    }

    // Written at once and not by another thread, which would not be in this request's scope.
    @GetMapping(path = "/api/v1/calls.csv", produces = CSV)
    @AllowedTo({ADMIN, SUPERVISOR})
    @Operation(operationId = "exportCalls", summary = "Export calls as CSV, newest first",
            description = """
                    The filters are those of `listCalls`. RFC 4180 in UTF-8 with a byte-order mark; a cell that a spreadsheet would take for a \
                    formula has an apostrophe in front.""")
    @ApiResponse(responseCode = "200", description = "OK", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void export(
            @RequestParam(required = false) Instant from,
            @RequestParam(required = false) Instant to,
            @RequestParam(required = false) @Size(max = ListParameters.MAX_SEARCH, message = ListParameters.SEARCH) String q,
            @RequestParam(required = false) Disposition disposition,
            @RequestParam(required = false) CallDirection direction,
            @RequestParam(required = false) @Pattern(regexp = "[1-9][0-9]{1,5}", message = "{invalid.extension.number}") String extension,
            HttpServletResponse response) throws IOException {
        response.setContentType(CSV);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"");
        try (CallCsv csv = new CallCsv(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), COLUMNS)) {
            history.export(new CallFilter(from, to, q, disposition, direction, extension), call -> csv.row(cells(call)));
        }
    }

    private static List<String> cells(PastCall call) {
        return Arrays.asList(call.id().toString(), text(call.startedAt()), text(call.answeredAt()), text(call.endedAt()),
                call.direction().value(), call.callerNumber(), call.callerName(), call.callerExtension(), call.calleeNumber(),
                call.calleeName(), call.calleeExtension(), call.disposition().value(), text(call.hangupCause()), text(call.cutShort()));
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
