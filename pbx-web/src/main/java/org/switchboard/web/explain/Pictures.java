package org.switchboard.web.explain;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.assertion.AssertionService;
import org.switchboard.telephony.input.NotFound;

/** Draws where calls go from a thing, for pages of things and for the picture's own page. */
@Component
public final class Pictures {

    private final AssertionService assertions;
    private final RuleWords words;
    private final MessageSource messages;
    private final Clock clock;

    /**
     * Wires the component.
     *
     * @param assertions has the plan
     * @param words      names ways out
     * @param messages   other words
     * @param clock      the time
     */
    public Pictures(AssertionService assertions, RuleWords words, MessageSource messages, Clock clock) {
        this.assertions = assertions;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The picture from a thing, as it is now, in the reader's language.
     *
     * @param id the thing's id
     * @return the picture
     * @throws NotFound when the company has no such thing
     */
    public Picture of(UUID id) {
        var locale = LocaleContextHolder.getLocale();
        var graph = new FlowReader(assertions.plan(), clock.instant()).from(id).orElseThrow(() -> new NotFound("number", id.toString()));
        return Picture.of(graph, exit -> messages.getMessage("picture.exit." + exit, null, words.exit(exit, locale), locale),
                exit -> words.exit(exit, locale), hangup -> end(hangup, locale));
    }

    /**
     * Finds a number.
     *
     * @param digits E.164 without its plus, as in addresses
     * @return its id
     * @throws NotFound when it is none of the company's
     */
    public UUID number(String digits) {
        return assertions.plan().number("+" + digits).orElseThrow(() -> new NotFound("number", digits)).id();
    }

    private String end(String hangup, Locale locale) {
        return hangup == null ? messages.getMessage("picture.nothing", null, locale)
                : messages.getMessage("destination.hangup." + hangup, null, hangup, locale);
    }
}
