package org.switchboard.web.call;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.Disposition;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.paging.Page;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.web.explain.AskedAgain;
import org.switchboard.web.explain.Ways;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** The calls of the past: listed, explained one by one, and exported. */
@PageController
public final class HistoryController {

    private static final Page<PastCall> NOTHING = new Page<>(List.of(), null);
    private static final List<String> COLUMNS = List.of("csv.started", "csv.answered", "csv.ended", "csv.talk", "csv.callerNumber",
            "csv.callerName", "csv.calleeNumber", "csv.calleeName", "csv.disposition", "csv.id");

    private final CallHistory history;
    private final CallViewer viewer;
    private final Ways ways;
    private final Problems problems;
    private final MessageSource messages;
    private final RecordingAccess access;
    private final RecordingViews recordings;

    HistoryController(CallHistory history, CallViewer viewer, Ways ways, Problems problems, MessageSource messages, RecordingAccess access,
                      RecordingViews recordings) {
        this.history = history;
        this.viewer = viewer;
        this.ways = ways;
        this.problems = problems;
        this.messages = messages;
        this.access = access;
        this.recordings = recordings;
    }

    @GetMapping("/calls")
    String list(@ModelAttribute("form") HistoryForm form, @RequestParam(required = false) String after,
                @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("page", NOTHING);
        problems.accepted(model, request, response, () -> model.addAttribute("page",
                allowed(me, form, model).map(filter -> history.list(filter, after, Page.DEFAULT_LIMIT)).orElse(NOTHING)));
        Page<?> shown = (Page<?>) Objects.requireNonNull(model.getAttribute("page"));
        model.addAttribute("recorded", access.recorded(me, shown.items().stream().map(one -> ((PastCall) one).id()).toList()));
        model.addAttribute("after", after);
        model.addAttribute("dispositions", Disposition.values());
        return "call/history";
    }

    @GetMapping("/calls/{id}")
    String page(@PathVariable UUID id, @AuthenticationPrincipal SignedInUser me, Model model) {
        PastCall call = viewer.find(me, id);
        model.addAttribute("call", call);
        model.addAttribute("timeline", Timeline.of(call));
        model.addAttribute("recordings", recordings.ofCall(me, id));
        Formats fmt = formats(model);
        model.addAttribute("way", ways.of(call, ((Tenant) Objects.requireNonNull(model.getAttribute("company"))).country(), fmt, me.role() != Role.USER));
        model.addAttribute("again", AskedAgain.of(call, fmt.zone()));
        return "call/page";
    }

    @GetMapping("/calls/export")
    void export(@ModelAttribute("form") HistoryForm form, @AuthenticationPrincipal SignedInUser me, Locale locale, Model model,
                HttpServletResponse response) throws IOException {
        Optional<CallFilter> filter = allowed(me, form, model);
        Formats fmt = formats(model);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("calls.csv").build().toString());
        List<String> columns = COLUMNS.stream().map(column -> messages.getMessage(column, null, locale)).toList();
        try (CallCsv csv = new CallCsv(response.getWriter(), columns)) {
            filter.ifPresent(wanted -> history.export(wanted, call -> csv.row(row(call, fmt, locale))));
        }
    }

    private List<String> row(PastCall call, Formats fmt, Locale locale) {
        String talk = call.answeredAt() == null ? "" : fmt.duration(call.answeredAt(), call.endedAt());
        return Stream.of(fmt.sortable(call.startedAt()), fmt.sortable(call.answeredAt()), fmt.sortable(call.endedAt()), talk,
                        call.callerNumber(), call.callerName(), call.calleeNumber(), call.calleeName(),
                        messages.getMessage("disposition." + call.disposition().value(), null, locale), call.id().toString())
                .map(cell -> Objects.requireNonNullElse(cell, "")).toList();
    }

    private Optional<CallFilter> allowed(SignedInUser me, HistoryForm form, Model model) {
        return viewer.narrowed(me, form.filter(formats(model).zone()));
    }

    private static Formats formats(Model model) {
        return (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
    }
}
