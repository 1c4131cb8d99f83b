package org.switchboard.web.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.switchboard.telephony.board.BoardQueue;
import org.switchboard.telephony.board.BoardSettings;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.report.Every;
import org.switchboard.telephony.report.Report;
import org.switchboard.telephony.report.ReportQuestion;
import org.switchboard.telephony.report.ReportService;
import org.switchboard.web.call.CallCsv;
import org.switchboard.web.page.Formats;
import org.switchboard.web.page.PageController;
import org.switchboard.web.page.Problems;
import org.switchboard.web.security.SignedInUser;

/** The page of reports, and their tables as files. */
@PageController
public final class ReportController {

    private final ReportService reports;
    private final ReportScope scope;
    private final ReportTables tables;
    private final Problems problems;
    private final MessageSource messages;

    ReportController(ReportService reports, ReportScope scope, ReportTables tables, Problems problems, MessageSource messages) {
        this.reports = reports;
        this.scope = scope;
        this.tables = tables;
        this.problems = problems;
        this.messages = messages;
    }

    /** A period that is chosen with one click. */
    private record Shortcut(String key, String link, boolean chosen) {
    }

    @GetMapping("/reports")
    String page(@ModelAttribute("form") ReportForm form, @AuthenticationPrincipal SignedInUser me, Model model, HttpServletRequest request,
                HttpServletResponse response) {
        Formats fmt = formats(model);
        LocalDate today = reports.today();
        BoardSettings settings = scope.seenBy(me);
        model.addAttribute("settings", settings);
        model.addAttribute("chosen", settings.queues().stream().filter(queue -> form.queue().contains(queue.id().toString()))
                .map(BoardQueue::name).collect(Collectors.joining(", ")));
        model.addAttribute("shortcuts", shortcuts(form, today));
        model.addAttribute("today", today);
        problems.accepted(model, request, response, () -> {
            ReportQuestion question = form.question(today);
            Report report = reports.make(scope.narrowed(me, question));
            model.addAttribute("question", question);
            model.addAttribute("report", report);
            model.addAttribute("tiles", ReportTiles.of(report, fmt));
            model.addAttribute("tables", tables.of(report, fmt));
            model.addAttribute("calls", ReportPicture.calls(report, fmt, messages));
            model.addAttribute("level", ReportPicture.level(report, fmt));
        });
        return "report/page";
    }

    @GetMapping("/reports/export")
    void export(@ModelAttribute("form") ReportForm form, @RequestParam(defaultValue = "queues") String table, @AuthenticationPrincipal SignedInUser me, Model model,
                HttpServletResponse response) throws IOException {
        Formats fmt = formats(model);
        Report report = reports.make(scope.narrowed(me, form.question(reports.today())));
        ReportTable wanted = tables.of(report, fmt).stream().filter(one -> one.key().equals(table)).findFirst()
                .orElseThrow(() -> new NotFound("report", table));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(table + "-" + report.question().from() + "-" + report.question().to() + ".csv").build().toString());
        try (CallCsv csv = new CallCsv(response.getWriter(), wanted.fileColumns())) {
            wanted.rows().forEach(row -> csv.row(wanted.fileRow(row)));
        }
    }

    private static List<Shortcut> shortcuts(ReportForm form, LocalDate today) {
        LocalDate monday = Every.WEEK.begin(today);
        LocalDate first = Every.MONTH.begin(today);
        return List.of(shortcut("today", form, today, today, today), shortcut("yesterday", form, today.minusDays(1), today.minusDays(1), today),
                shortcut("week", form, monday, today, today), shortcut("last-week", form, monday.minusWeeks(1), monday.minusDays(1), today),
                shortcut("month", form, first, today, today), shortcut("last-month", form, first.minusMonths(1), first.minusDays(1), today));
    }

    private static Shortcut shortcut(String key, ReportForm form, LocalDate from, LocalDate to, LocalDate today) {
        String first = form.from().isEmpty() ? today.toString() : form.from();
        boolean chosen = first.equals(from.toString()) && (form.to().isEmpty() ? first : form.to()).equals(to.toString());
        return new Shortcut(key, form.during(from, to).link("/reports", null), chosen);
    }

    private static Formats formats(Model model) {
        return (Formats) Objects.requireNonNull(model.getAttribute("fmt"));
    }
}
