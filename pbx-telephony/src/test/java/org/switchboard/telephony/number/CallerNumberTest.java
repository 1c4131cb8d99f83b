package org.switchboard.telephony.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.telephony.number.CallerRule.Action;
import org.switchboard.telephony.number.CallerRule.Matches;

/** Who calls and whom, as providers write it. */
class CallerNumberTest {

    @ParameterizedTest
    @CsvSource({
            "KR, +821012345678, +821012345678",
            "KR, 821012345678, +821012345678",
            "KR, 01012345678, +821012345678",
            "KR, 1012345678, +821012345678",
            "KR, 021234567, +8221234567",
            "KR, 15881234, +8215881234",
            "KR, 442079460123, +442079460123",
            "KR, 001442079460123, +442079460123",
            "US, 2125550123, +12125550123",
            "US, 12125550123, +12125550123",
            "GB, 02079460123, +442079460123",
            "DE, 004930123456, +4930123456",
    })
    void given_a_caller_id_when_read_then_e164(String country, String sent, String e164) {
        var caller = CallerNumber.parse(sent, false, country);
        assertThat(caller.e164()).isEqualTo(e164);
        assertThat(caller.value()).isEqualTo(e164);
        assertThat(caller.isAnonymous()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "anonymous", "Anonymous", "unknown", "restricted", "\u0000\n"})
    void given_a_caller_who_shows_nothing_when_read_then_anonymous(String sent) {
        assertThat(CallerNumber.parse(sent, false, "KR")).isEqualTo(CallerNumber.ANONYMOUS);
    }

    @Test
    void given_a_caller_who_asked_for_privacy_when_read_then_anonymous_whatever_was_sent() {
        assertThat(CallerNumber.parse("01012345678", true, "KR").isAnonymous()).isTrue();
    }

    @Test
    void given_a_caller_id_that_is_no_number_when_read_then_kept_as_short_clean_text() {
        var caller = CallerNumber.parse("mi\u0007na\u202e " + "<script>".repeat(10), false, "KR");
        assertThat(caller.e164()).isNull();
        assertThat(caller.text()).hasSize(CallerNumber.MAX_TEXT).startsWith("mina <script>");
        assertThat(CallerNumber.parse("😀".repeat(50), false, "KR").text()).isEqualTo("😀".repeat(CallerNumber.MAX_TEXT));
    }

    @Test
    void given_an_account_name_in_the_request_when_the_number_is_in_to_then_it_is_found() {
        var owned = List.of("+8221234567");
        assertThat(CalledNumber.find(List.of("acct77", "021234567"), "KR", owned::contains)).contains("+8221234567");
        assertThat(CalledNumber.find(List.of("8221234567", "acct77"), "KR", owned::contains)).contains("+8221234567");
        assertThat(CalledNumber.find(List.of("15881234", "0212345678"), "KR", owned::contains)).isEmpty();
    }

    @Test
    void given_rules_that_disagree_when_one_lets_the_caller_in_then_it_wins() {
        var blockPrefix = rule(Action.BLOCK, Matches.PREFIX, "+8270");
        var blockExact = rule(Action.BLOCK, Matches.EXACT, "+827012345678");
        var allowPrefix = rule(Action.ALLOW, Matches.PREFIX, "+8270123");
        var blockAnonymous = rule(Action.BLOCK, Matches.ANONYMOUS, null);
        var caller = CallerNumber.parse("07012345678", false, "KR");
        assertThat(CallerRules.deciding(List.of(blockPrefix, blockExact, blockAnonymous), caller)).contains(blockExact);
        assertThat(CallerRules.deciding(List.of(blockPrefix, blockExact, allowPrefix), caller)).contains(allowPrefix);
        assertThat(CallerRules.deciding(List.of(blockPrefix, blockAnonymous), CallerNumber.ANONYMOUS)).contains(blockAnonymous);
        assertThat(CallerRules.deciding(List.of(blockPrefix, blockExact, blockAnonymous), CallerNumber.parse("mina", false, "KR"))).isEmpty();
    }

    private static CallerRule rule(Action action, Matches matches, String number) {
        return new CallerRule(UUID.randomUUID(), action, matches, number, "");
    }
}
