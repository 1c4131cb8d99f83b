package org.switchboard.web.alert;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.alert.AlertKind;
import org.switchboard.telephony.alert.QueueAlert;
import org.switchboard.web.number.NumberWords;

/** Says what an alert is about in one sentence. */
@Component
public final class AlertWords {

    private final MessageSource messages;
    private final NumberWords numbers;

    AlertWords(MessageSource messages, NumberWords numbers) {
        this.messages = messages;
        this.numbers = numbers;
    }

    /**
     * What an alert is about.
     *
     * @param alert   the alert
     * @param country the company's country, by which numbers are written
     * @param locale  the reader's language
     * @return for example {@code 12 callers were waiting; the bound is 8.}
     */
    public String sentence(QueueAlert alert, String country, Locale locale) {
        return sentence(alert.kind(), alert.value(), alert.bound(), alert.caller(), country, locale);
    }

    String sentence(AlertKind kind, int value, Integer bound, String caller, String country, Locale locale) {
        Object[] values = switch (kind) {
            case WAITING, SERVICE_LEVEL -> new Object[] {value, bound};
            case WAIT -> new Object[] {clock(value), clock(bound)};
            case ABANDONED -> new Object[] {caller == null || caller.isEmpty() ? messages.getMessage("board.withheld", null, locale)
                    : numbers.shown(caller, country), clock(value)};
        };
        return messages.getMessage("alert.sentence." + kind.value(), values, locale);
    }

    private static String clock(int seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
