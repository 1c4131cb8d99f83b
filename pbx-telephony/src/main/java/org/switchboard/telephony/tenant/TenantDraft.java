package org.switchboard.telephony.tenant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.switchboard.telephony.input.Text;

/**
 * What the operator or an admin wants a tenant to be.
 *
 * @param slug     short name: a small letter, then 1 to 30 small letters, digits or hyphens; unique, cannot be changed later
 * @param name     1 to 100 characters on one line
 * @param language {@code en} or {@code ko}; null means {@code en}
 * @param timeZone IANA zone; null means UTC
 */
public record TenantDraft(
        @NotNull(message = "{invalid.tenant.slug}") @Pattern(regexp = "[a-z][a-z0-9-]{1,30}", message = "{invalid.tenant.slug}") String slug,
        @NotNull(message = "{invalid.name}") @Size(min = 1, max = 100, message = "{invalid.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @Pattern(regexp = "en|ko", message = "{invalid.language}") String language,
        String timeZone) {

    /** Takes blanks off both ends and fills in the defaults. */
    public TenantDraft {
        slug = Text.stripped(slug);
        name = Text.stripped(name);
        language = language == null ? "en" : language;
        timeZone = timeZone == null ? "UTC" : timeZone.strip();
    }

    @AssertTrue(message = "{invalid.timeZone}")
    private boolean isTimeZone() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }
}
