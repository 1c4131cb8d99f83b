package org.switchboard.telephony.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number outside that somebody dialled. What is inside (extensions, menus, star codes) has been looked at before; emergency
 * numbers must be looked at first, see {@link #isEmergency}.
 *
 * @param digits    what was dialled, without the prefix for outside and without separators: digits, perhaps after a plus
 * @param e164      the number; null for emergency numbers and short codes, which are the same everywhere in a country
 * @param callClass what sort of number it is
 */
public record Dialled(String digits, String e164, CallClass callClass) {

    private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();
    /** Satellite and international networks without a country: E.164's shared codes. */
    private static final Set<Integer> NETWORKS = Set.of(870, 878, 881, 882, 883, 888, 979);
    private static final Pattern SHORT_CODE = Pattern.compile("[1-9][0-9]{1,5}");

    /**
     * Reads what was dialled.
     *
     * @param text          what the phone sent; any text, null is no number
     * @param country       the company's country (ISO 3166)
     * @param outsidePrefix what the company dials before outside numbers; empty for nothing. Emergency numbers and numbers with a
     *                      plus need none
     * @return empty when it is no number outside
     */
    public static Optional<Dialled> parse(String text, String country, String outsidePrefix) {
        Optional<String> dialled = NumberForm.diallable(text);
        if (dialled.isEmpty()) {
            return Optional.empty();
        }
        String all = dialled.get();
        if (isEmergencyNumber(all, country)) {
            return Optional.of(new Dialled(all, null, CallClass.EMERGENCY));
        }
        boolean international = all.startsWith("+");
        if (!international && !all.startsWith(outsidePrefix)) {
            return Optional.empty();
        }
        String digits = international ? all : all.substring(outsidePrefix.length());
        if (isEmergencyNumber(digits, country)) {
            return Optional.of(new Dialled(digits, null, CallClass.EMERGENCY));
        }
        return NumberForm.parsed(digits, country)
                .flatMap(number -> classOf(number, country).map(found -> new Dialled(digits, NumberForm.e164(number), found)))
                .or(() -> shortCode(digits, country));
    }

    /**
     * Whether a call for help was dialled, with or without the prefix for outside. To be asked before anything else, so that no
     * extension, menu or permission can stand in its way.
     *
     * @param text          what the phone sent; any text
     * @param country       the company's country (ISO 3166)
     * @param outsidePrefix what the company dials before outside numbers; empty for nothing
     * @return whether it is an emergency number of the country
     */
    public static boolean isEmergency(String text, String country, String outsidePrefix) {
        return NumberForm.diallable(text)
                .map(digits -> isEmergencyNumber(digits, country)
                        || digits.startsWith(outsidePrefix) && isEmergencyNumber(digits.substring(outsidePrefix.length()), country))
                .orElse(false);
    }

    /**
     * What to send to a provider.
     *
     * @param form    how the provider wants numbers written
     * @param country the company's country
     * @return digits, perhaps after a plus; emergency numbers and short codes as they were dialled
     */
    public String forTrunk(DialForm form, String country) {
        return e164 == null ? digits : NumberForm.dialled(e164, form, country);
    }

    private static boolean isEmergencyNumber(String digits, String country) {
        return !digits.isEmpty() && SHORT_NUMBERS.isEmergencyNumber(digits, country);
    }

    private static Optional<CallClass> classOf(PhoneNumber number, String country) {
        PhoneNumberType type = NumberForm.PLANS.getNumberType(number);
        boolean known = NumberForm.PLANS.isValidNumber(number);
        String region = NumberForm.PLANS.getRegionCodeForNumber(number);
        boolean sameCode = NumberForm.isOf(number, country);
        if (NETWORKS.contains(number.getCountryCode()) || type == PhoneNumberType.PREMIUM_RATE || type == PhoneNumberType.SHARED_COST) {
            return Optional.of(CallClass.PREMIUM);
        }
        if (!known) {
            // A range abroad that no plan has assigned is where fraud lives; at home it is a new range, or nobody's.
            return Optional.of(sameCode && !isShared(number) ? CallClass.NATIONAL : CallClass.PREMIUM);
        }
        // Countries that share a code (+1, +7, +44) are told apart by region; freephone numbers are the same for all of them.
        boolean national = country.equals(region) || sameCode && type == PhoneNumberType.TOLL_FREE;
        return Optional.of(national ? CallClass.NATIONAL : CallClass.INTERNATIONAL);
    }

    private static boolean isShared(PhoneNumber number) {
        return NumberForm.PLANS.getRegionCodesForCountryCode(number.getCountryCode()).size() > 1;
    }

    private static Optional<Dialled> shortCode(String digits, String country) {
        if (!SHORT_CODE.matcher(digits).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Dialled(digits, null, isCostly(digits, country) ? CallClass.PREMIUM : CallClass.SHORT));
    }

    private static boolean isCostly(String digits, String country) {
        return NumberForm.parsedShort(digits, country)
                .map(number -> SHORT_NUMBERS.getExpectedCostForRegion(number, country) == ShortNumberInfo.ShortNumberCost.PREMIUM_RATE)
                .orElse(false);
    }
}
