package org.switchboard.web.call;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.cdr.RecordedStep;

/** Says in words why a call went as it did. */
@Component
public final class StepWords {

    private final MessageSource messages;

    /**
     * Uses the message files.
     *
     * @param messages sentences by the steps' keys
     */
    public StepWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The engine's steps of a call as sentences.
     *
     * @param call   the call
     * @param locale the reader's language
     * @return a sentence a step, in order; empty when the engine was away
     */
    public List<String> of(PastCall call, Locale locale) {
        return call.steps().stream().map(step -> sentence(step, locale)).toList();
    }

    private String sentence(RecordedStep step, Locale locale) {
        String key = step.rule().isEmpty() ? "step." + step.kind() + (step.outcome().isEmpty() ? "" : "." + step.outcome()) : step.rule();
        String said = messages.getMessage(key, new Object[] {step.name()}, key + " " + step.name(), locale);
        return step.reason().isEmpty() ? said : said + " " + messages.getMessage(step.reason(), new Object[] {step.name()}, step.reason(), locale);
    }
}
