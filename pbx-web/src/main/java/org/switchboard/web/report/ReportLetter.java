package org.switchboard.web.report;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.switchboard.telephony.figures.Grain;
import org.switchboard.telephony.report.MailedReport;
import org.switchboard.telephony.report.Report;
import org.switchboard.telephony.report.ReportQuestion;
import org.switchboard.telephony.report.ReportSchedule;
import org.switchboard.telephony.report.ReportScheduleService;
import org.switchboard.telephony.report.ReportService;
import org.switchboard.telephony.tenant.Tenant;
import org.switchboard.telephony.tenant.TenantService;
import org.switchboard.web.call.CallCsv;
import org.switchboard.web.config.PortalProperties;
import org.switchboard.web.page.Formats;
import org.switchboard.web.voicemail.VoicemailProperties;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the mail that brings a report: its tables, by the company's clock and in the schedule's language, and the same as files. */
@Component
final class ReportLetter {

    private final ReportService reports;
    private final ReportScheduleService schedules;
    private final ReportTables tables;
    private final TenantService tenants;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final PortalProperties portal;
    private final VoicemailProperties.Smtp smtp;

    ReportLetter(ReportService reports, ReportScheduleService schedules, ReportTables tables, TenantService tenants, ITemplateEngine templates,
                 MessageSource messages, PortalProperties portal, VoicemailProperties voicemail) {
        this.reports = reports;
        this.schedules = schedules;
        this.tables = tables;
        this.tenants = tenants;
        this.templates = templates;
        this.messages = messages;
        this.portal = portal;
        this.smtp = voicemail.smtp();
    }

    /**
     * Writes a mail. Runs in the scope of its company.
     *
     * @param mail what it is about, and to whom
     * @param now  the time
     * @return the mail, ready to be sent
     * @throws MessagingException                                 when the address or the sender's is none
     * @throws org.switchboard.telephony.input.NotFound when the schedule was deleted meanwhile
     */
    MimeMessage of(MailedReport mail, Instant now) throws MessagingException {
        ReportSchedule schedule = schedules.find(mail.scheduleId());
        Tenant company = tenants.current();
        Locale locale = Locale.forLanguageTag(schedule.language());
        Formats fmt = new Formats(ZoneId.of(company.timeZone()), locale, now);
        LocalDate from = mail.period().from();
        LocalDate to = mail.period().lastDay();
        Set<UUID> queues = schedule.queues() == null ? null : Set.copyOf(schedule.queues());
        Report report = reports.make(new ReportQuestion(from, to, from.equals(to) ? Grain.HOUR : Grain.DAY, queues, null));
        List<ReportTable> all = tables.of(report, fmt);
        String period = period(from, to, locale);
        MimeMessage message = new Numbered("<report-" + mail.scheduleId() + "-" + from + "-" + Integer.toHexString(mail.recipient().hashCode())
                + "@" + portal.portalUrl().getHost() + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(smtp.from());
        helper.setTo(mail.recipient());
        helper.setSubject(messages.getMessage("report.mail.subject", new Object[] {schedule.name(), period}, locale));
        Map<String, Object> words = new HashMap<>(Map.of("schedule", schedule, "company", company, "report", report, "tables", all, "fmt", fmt,
                "period", period, "tiles", ReportTiles.of(report, fmt), "link", link(schedule, from, to)));
        helper.setText(plain(schedule, company, report, period, fmt, link(schedule, from, to)),
                templates.process("report/mail", new Context(locale, words)));
        helper.setSentDate(Date.from(now));
        // Out-of-office replies are not wanted (RFC 3834 section 5).
        message.setHeader("Auto-Submitted", "auto-generated");
        for (ReportTable table : all) {
            helper.addAttachment(table.key() + "-" + from + "-" + to + ".csv", new ByteArrayResource(file(table)), "text/csv; charset=UTF-8");
        }
        message.saveChanges();
        return message;
    }

    private static byte[] file(ReportTable table) {
        StringWriter text = new StringWriter();
        try (CallCsv csv = new CallCsv(text, table.fileColumns())) {
            table.rows().forEach(row -> csv.row(table.fileRow(row)));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String period(LocalDate from, LocalDate to, Locale locale) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return from.equals(to) ? day.format(from) : day.format(from) + " – " + day.format(to);
    }

    private String link(ReportSchedule schedule, LocalDate from, LocalDate to) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(portal.portalUrl()).path("/reports").queryParam("from", from).queryParam("to", to);
        if (schedule.queues() != null) {
            schedule.queues().forEach(queue -> address.queryParam("queue", queue));
        }
        return address.build().toUriString();
    }

    /** For those who read mail as text: the few numbers that come first. */
    private String plain(ReportSchedule schedule, Tenant company, Report report, String period, Formats fmt, String link) {
        StringBuilder text = new StringBuilder(word("report.mail.intro", fmt.locale(), company.name(), period)).append("\n\n");
        for (ReportTiles.Tile tile : ReportTiles.of(report, fmt)) {
            text.append(word(tile.key(), fmt.locale())).append(": ").append(tile.value()).append('\n');
        }
        return text.append('\n').append(word("report.mail.attached", fmt.locale())).append('\n').append(link).append("\n\n")
                .append(word("report.mail.why", fmt.locale(), schedule.name(), company.name())).append('\n').toString();
    }

    private String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** Has the same id each time it is sent, so that a mail program can drop the second one if it ever comes twice. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
