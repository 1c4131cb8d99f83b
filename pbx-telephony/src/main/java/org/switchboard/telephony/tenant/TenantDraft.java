package org.switchboard.telephony.tenant;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import org.switchboard.telephony.input.Text;

/**
 * What the operator or an admin wants a tenant to be.
 *
 * @param slug     short name: a small letter, then 1 to 30 small letters, digits or hyphens; unique, cannot be changed later
 * @param name     1 to 100 characters on one line
 * @param language {@code en} or {@code ko}; null means {@code en}
 * @param timeZone IANA zone; null means UTC
 * @param country  whose numbering plan it dials by: ISO 3166, two letters; null means {@code KR} where Korean is spoken, else {@code US}
 * @param outsidePrefix what is dialled before outside numbers, at most 2 digits; null or empty means nothing
 * @param callLimit calls at once, 1 to 10000, set by the operator; null leaves it to the system's own limit
 */
public record TenantDraft(
        @NotNull(message = "{invalid.tenant.slug}") @Pattern(regexp = "[a-z][a-z0-9-]{1,30}", message = "{invalid.tenant.slug}") String slug,
        @NotNull(message = "{invalid.name}") @Size(min = 1, max = 100, message = "{invalid.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "en|ko", message = "{invalid.language}") String language,
        String timeZone,
        String country,
        @Pattern(regexp = "[0-9]{0,2}", message = "{invalid.tenant.outsidePrefix}") String outsidePrefix,
        @Min(value = 1, message = "{invalid.callLimit}") @Max(value = 10_000, message = "{invalid.callLimit}") Integer callLimit) {

    /** Takes blanks off both ends and fills in the defaults. */
    public TenantDraft {
        slug = Text.stripped(slug);
        name = Text.stripped(name);
        language = language == null ? "en" : language;
        timeZone = timeZone == null ? "UTC" : timeZone.strip();
        country = country == null ? usualCountry(language) : country.strip().toUpperCase(Locale.ROOT);
        outsidePrefix = outsidePrefix == null ? "" : outsidePrefix.strip();
    }

    /**
     * A tenant that dials as is usual where its language is spoken.
     *
     * @param slug     short name
     * @param name     name as people write it
     * @param language {@code en} or {@code ko}; null means {@code en}
     * @param timeZone IANA zone; null means UTC
     */
    public TenantDraft(String slug, String name, String language, String timeZone) {
        this(slug, name, language, timeZone, null, null, null);
    }

    private static String usualCountry(String language) {
        return "ko".equals(language) ? "KR" : "US";
    }

    @AssertTrue(message = "{invalid.tenant.country}")
    private boolean isCountry() {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(country);
    }

    @AssertTrue(message = "{invalid.timeZone}")
    private boolean isTimeZone() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }
}
