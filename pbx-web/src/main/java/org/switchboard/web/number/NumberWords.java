package org.switchboard.web.number;

import org.springframework.stereotype.Component;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.tenant.TenantService;

/** Numbers as people of the company's country write them, for templates: {@code ${@numberWords.shown(…)}}. */
@Component
public final class NumberWords {

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
     * A number of the company's country, to show what is accepted.
     *
     * @return in national form
     */
    public String example() {
        return NumberForm.example(tenants.current().country());
    }
}
