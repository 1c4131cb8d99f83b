package org.switchboard.telephony.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms in which a number is written, by libphonenumber's plans of all countries. Pure: no state, no I/O.
 *
 * <p>Countries are ISO 3166 codes in capitals ({@code KR}); E.164 numbers begin with a plus.
 */
public final class NumberForm {

    static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** Signs that people and programs put between digits (RFC 3966 section 3: visual separators, and the blank). */
    private static final Pattern SEPARATORS = Pattern.compile("[ \\u00A0().\\-/]");
    private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9]{1,30}");
    /** ITU's own prefix recommendation, for countries with several of their own to choose from (E.164 section 7.2). */
    private static final String USUAL_INTERNATIONAL_PREFIX = "00";
    private static final String KOREAN_INTERNATIONAL_PREFIX = "001";
    private static final Pattern E164_BEGIN = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private NumberForm() {
    }

    /**
     * Reads a number that somebody typed, in national or international form.
     *
     * @param typed   any text; null is no number
     * @param country where a number without country code is
     * @return E.164; empty when it is no number that the plan of its country knows
     */
    public static Optional<String> e164(String typed, String country) {
        return parsed(typed, country).filter(PLANS::isValidNumber).map(NumberForm::e164);
    }

    /**
     * Reads the begin of a number.
     *
     * @param typed   {@code +82 70} or {@code 070}
     * @param country whose national prefix a begin without plus may have
     * @return the begin of E.164 numbers, at most 15 digits after the plus; empty when it is none
     */
    public static Optional<String> e164Begin(String typed, String country) {
        return diallable(typed).map(digits -> {
            if (digits.startsWith("+")) {
                return digits;
            }
            String prefix = PLANS.getNddPrefixForRegion(country, true);
            String national = prefix != null && !prefix.isEmpty() && digits.startsWith(prefix) ? digits.substring(prefix.length()) : digits;
            return "+" + PLANS.getCountryCodeForRegion(country) + national;
        }).filter(E164_BEGIN.asMatchPredicate());
    }

    /**
     * Takes out what only guides the eye.
     *
     * @param typed any text; null is no number
     * @return digits, at most 30, perhaps after a plus; empty when there is anything else in it
     */
    public static Optional<String> diallable(String typed) {
        return Optional.ofNullable(typed).map(text -> SEPARATORS.matcher(text).replaceAll("")).filter(DIALLABLE.asMatchPredicate());
    }

    /**
     * A number as people of a country write it.
     *
     * @param e164    the number; anything else is given back as it is
     * @param country where the reader is
     * @return national form for the reader's own country ({@code 02-123-4567}), else international ({@code +44 20 7946 0123})
     */
    public static String shown(String e164, String country) {
        if (e164 == null || !e164.startsWith("+")) {
            return e164;
        }
        return parsed(e164, country)
                .map(number -> PLANS.format(number, isOf(number, country) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL))
                .orElse(e164);
    }

    /**
     * A number as a provider wants it.
     *
     * @param e164    the number
     * @param form    the provider's form
     * @param country the company's country, for the national form
     * @return digits, for {@link DialForm#PLUS} after a plus
     */
    public static String dialled(String e164, DialForm form, String country) {
        return switch (form) {
            case PLUS -> e164;
            case DIGITS -> e164.substring(1);
            case NATIONAL -> parsed(e164, country).map(number -> national(number, e164, country)).orElse(e164);
        };
    }

    /**
     * A number of a country, to show what is accepted.
     *
     * @param country the country
     * @return in national form; empty for a country without a plan
     */
    public static String example(String country) {
        PhoneNumber example = countries().contains(country) ? PLANS.getExampleNumber(country) : null;
        return example == null ? "" : PLANS.format(example, PhoneNumberFormat.NATIONAL);
    }

    /**
     * The countries that have a plan.
     *
     * @return ISO 3166 codes
     */
    public static Set<String> countries() {
        return PLANS.getSupportedRegions();
    }

    /** Reads a number that can exist: its length is right for its country, wherever it begins. */
    static Optional<PhoneNumber> parsed(String typed, String country) {
        return diallable(typed).flatMap(digits -> {
            try {
                PhoneNumber number = PLANS.parse(digits, country);
                return PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE ? Optional.of(number) : Optional.empty();
            } catch (NumberParseException notANumber) {
                return Optional.empty();
            }
        });
    }

    /** Reads a short code, whatever its length. */
    static Optional<PhoneNumber> parsedShort(String digits, String country) {
        try {
            return Optional.of(PLANS.parse(digits, country));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    static String e164(PhoneNumber number) {
        return PLANS.format(number, PhoneNumberFormat.E164);
    }

    static boolean isOf(PhoneNumber number, String country) {
        return number.getCountryCode() == PLANS.getCountryCodeForRegion(country);
    }

    private static String national(PhoneNumber number, String e164, String country) {
        return isOf(number, country)
                ? PhoneNumberUtil.normalizeDigitsOnly(PLANS.format(number, PhoneNumberFormat.NATIONAL))
                : internationalPrefix(country, number) + e164.substring(1);
    }

    // Where a country has one prefix, libphonenumber tells it; where callers choose a carrier by it, it does not.
    private static String internationalPrefix(String country, PhoneNumber number) {
        String written = PhoneNumberUtil.normalizeDigitsOnly(PLANS.formatOutOfCountryCallingNumber(number, country));
        String bare = e164(number).substring(1);
        String prefix = written.endsWith(bare) ? written.substring(0, written.length() - bare.length()) : "";
        if (DIGITS.matcher(prefix).matches()) {
            return prefix;
        }
        return country.equals("KR") ? KOREAN_INTERNATIONAL_PREFIX : USUAL_INTERNATIONAL_PREFIX;
    }
}
