package org.switchboard.telephony.outbound;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.switchboard.telephony.input.Text;
import org.switchboard.telephony.number.RoutePattern;

/**
 * What an admin wants an outbound route to be.
 *
 * @param name     1 to 60 characters on one line; unique in the company
 * @param patterns 1 to 50, see {@link RoutePattern}
 * @param trunks   ids of 1 to 10 trunks in the order in which they are tried, each once
 * @param callerId one of the company's numbers; null or empty for none
 */
public record OutboundRouteDraft(
        @NotNull(message = "{invalid.route.name}") @Size(min = 1, max = 60, message = "{invalid.route.name}")
        @Pattern(regexp = Text.ONE_LINE, message = "{invalid.name.characters}") String name,
        @NotEmpty(message = "{invalid.route.patterns}") List<String> patterns,
        @NotEmpty(message = "{invalid.route.trunks}") List<UUID> trunks,
        String callerId) {

    private static final int MOST_PATTERNS = 50;
    private static final int MOST_TRUNKS = 10;

    /** Takes blanks off and fills in the defaults. */
    public OutboundRouteDraft {
        name = Text.stripped(name);
        patterns = patterns == null ? List.of()
                : patterns.stream().filter(pattern -> pattern != null && !pattern.isBlank()).map(RoutePattern::tidy).distinct().toList();
        trunks = trunks == null ? List.of() : trunks.stream().filter(trunk -> trunk != null).toList();
        callerId = callerId == null || callerId.isBlank() ? null : callerId.strip();
    }

    OutboundRouteDraft withCallerId(String number) {
        return new OutboundRouteDraft(name, patterns, trunks, number);
    }

    @AssertTrue(message = "{invalid.route.patterns}")
    private boolean isPatterns() {
        return patterns.size() <= MOST_PATTERNS
                && patterns.stream().allMatch(pattern -> RoutePattern.of(pattern).isPresent());
    }

    @AssertTrue(message = "{invalid.route.trunks}")
    private boolean isTrunks() {
        return trunks.size() <= MOST_TRUNKS && new HashSet<>(trunks).size() == trunks.size();
    }
}
