package org.switchboard.telephony.number;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of a company's numbers a provider's call is for. */
public final class CalledNumber {

    private CalledNumber() {
    }

    /**
     * Looks at what a provider sent. Providers that one registers at often put the account's name into the request's address
     * and the number into To, so both are looked at.
     *
     * @param candidates user parts of the addresses, the most trusted first (request address, then To); any text, nulls left out
     * @param country    where a number without country code is (ISO 3166)
     * @param owned      whether a number, in E.164, is one of the company's
     * @return the first that is one of the company's; empty when none is
     */
    public static Optional<String> find(List<String> candidates, String country, Predicate<String> owned) {
        return candidates.stream().flatMap(sent -> CallerNumber.parse(sent, false, country).asE164().stream()).filter(owned).findFirst();
    }
}
