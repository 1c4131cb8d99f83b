package org.switchboard.web.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.tenant.TenantService;

/** Numbers as people of the company's country write them, for templates: {@code ${@numberWords.shown(…)}}. */
@Component
public final class NumberWords {

    /** With a plus and up to 15 digits, ITU-T E.164 section 6.2.1; shorter ones are not worth a look. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}\\b");

    private final TenantService tenants;

    /**
     * Wires the component.
     *
     * @param tenants the company
     */
    public NumberWords(TenantService tenants) {
        this.tenants = tenants;
    }

    /**
     * A number as people write it.
     *
     * @param e164 the number; anything else comes back as it is
     * @return national form in the company's own country, else international
     */
    public String shown(String e164) {
        return NumberForm.shown(e164, tenants.current().country());
    }

    /**
     * A number as people of a country write it; for lists, whose page knows the company already.
     *
     * @param e164    the number; anything else comes back as it is
     * @param country the country
     * @return national form in that country, else international
     */
    public String shown(String e164, String country) {
        return NumberForm.shown(e164, country);
    }

    /**
     * A text with numbers in it, such as the name of a thing.
     *
     * @param text    any text
     * @param country the country
     * @return the same with each number in E.164 form as people there write it
     */
    public String inText(String text, String country) {
        return E164.matcher(text).replaceAll(number -> Matcher.quoteReplacement(NumberForm.shown(number.group(), country)));
    }

    /**
     * A number of the company's country, to show what is accepted.
     *
     * @return in national form
     */
    public String example() {
        return NumberForm.example(tenants.current().country());
    }
}
