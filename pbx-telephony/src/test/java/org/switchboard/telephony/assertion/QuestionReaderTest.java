package org.switchboard.telephony.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.plan.PlannedNumber;
import org.switchboard.telephony.plan.TestPlans;
import org.switchboard.telephony.route.Answer;
import org.switchboard.telephony.route.Evaluator;
import org.switchboard.telephony.route.IfRung;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.Question;

/** Questions as people type them, in a Korean company with one number and two extensions. */
class QuestionReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final String NUMBER = "+8221234567";

    private final QuestionReader reader = new QuestionReader(TestPlans.builder(new UUID(0, 1))
            .add(new PlannedNumber(TestPlans.id("number"), NUMBER, "Main"))
            .add(TestPlans.extension("101", "abcdefghijklmnop")).add(TestPlans.extension("102", "bcdefghijklmnopq"))
            .exit(TestPlans.id("number"), "to", TestPlans.hangup("busy")).build(), ZoneId.of("Asia/Seoul"), NOW);

    private Question read(String number, String caller, String at, String digits) {
        return reader.read(new QuestionDraft(number, caller, at, digits, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8221234567", "02-123-4567", "021234567", "+82 2 123 4567"})
    void given_our_number_in_any_form_then_it_is_e164(String typed) {
        assertThat(read(typed, "", null, null).dialled()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"010-1234-5678, +821012345678", "+1 212 555 0123, +12125550123", "anonymous, ''", "ANONYMOUS, ''", "'  ', ''"})
    void given_an_outside_caller_then_it_is_read_by_the_company_s_country(String typed, String number) {
        assertThat(read(NUMBER, typed, null, null).origin()).isInstanceOf(Origin.Outside.class).extracting(Origin::number).isEqualTo(number);
    }

    @Test
    void given_an_extension_as_caller_then_it_is_inside_and_may_dial_anything() {
        assertThat(read("*43", "101", null, null).origin()).isInstanceOf(Origin.Inside.class);
        assertThat(read("0-2 123", "101", null, null).dialled()).isEqualTo("02123");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25T10:00, 2026-12-25T01:00:00Z", "2026-12-25T10:00:30, 2026-12-25T01:00:30Z", "2026-12-25T10:00:00Z, 2026-12-25T10:00:00Z",
        "2026-12-25T10:00:00+02:00, 2026-12-25T08:00:00Z", "'', 2026-11-23T01:00:00Z"})
    void given_a_time_then_one_without_an_offset_is_the_company_s(String typed, Instant at) {
        assertThat(read(NUMBER, "", typed, null).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"02-999-9999, '', '', '', number", "101, '', '', '', number", "abc, 101, '', '', number", "'', 101, '', '', number",
        "+8221234567, nobody at all, '', '', caller", "+8221234567, '', yesterday, '', at", "+8221234567, '', 1999-01-01T00:00, '', at",
        "+8221234567, '', '', 1a, digits", "+8221234567, '', '', 00000000000000000000000000000000000000000000000000000000000000000, digits"})
    void given_what_cannot_be_accepted_then_the_field_is_named(String number, String caller, String at, String digits, String field) {
        assertThatThrownBy(() -> read(number, caller, at, digits)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly(field));
    }

    @Test
    void given_an_assertion_when_its_way_changes_then_the_first_other_step_decided() {
        var assertion = new RoutingAssertion(new UUID(0, 2), new UUID(0, 1), "A", "102", "101", null, "", IfRung.ANSWERED,
                new RoutePoint("extension", "102"), List.of(new RoutePoint("extension", "102")), null, null);
        var before = Asking.ask(reader, assertion);
        assertThat(before.holds()).isTrue();

        var changed = TestPlans.builder(new UUID(0, 1)).add(TestPlans.extension("101", "abcdefghijklmnop")).add(TestPlans.extension("102", "bcdefghijklmnopq"))
                .exit(TestPlans.id("102"), "always", TestPlans.hangup("busy")).build();
        var after = Asking.ask(new QuestionReader(changed, ZoneId.of("UTC"), NOW), assertion);
        assertThat(after.holds()).isFalse();
        assertThat(after.deciding(before.answer())).get().extracting(step -> step.rule()).isEqualTo("extension.forwards_always");
    }

    @Test
    void given_a_caller_who_is_gone_when_asked_then_the_question_can_no_longer_be_asked() {
        var assertion = new RoutingAssertion(new UUID(0, 2), new UUID(0, 1), "A", "102", "109", null, "", IfRung.ANSWERED,
                new RoutePoint("extension", "102"), List.of(), null, null);
        var result = Asking.ask(reader, assertion);
        assertThat(result.holds()).isFalse();
        assertThat(result.problem().field()).isEqualTo("caller");
    }

    @Test
    void given_the_right_end_when_something_was_not_passed_then_it_does_not_hold() {
        var assertion = new RoutingAssertion(new UUID(0, 2), new UUID(0, 1), "A", NUMBER, "", null, "", IfRung.ANSWERED,
                new RoutePoint("hangup", "busy"), List.of(new RoutePoint("menu", "Main")), null, null);
        var result = Asking.ask(reader, assertion);
        assertThat(result.answer()).isEqualTo(Evaluator.answer(reader.plan(), read(NUMBER, "", null, null)));
        assertThat(result.answer().end()).isEqualTo(new Answer.End("hangup", "busy"));
        assertThat(result.holds()).isFalse();
        assertThat(result.missed()).containsExactly(new RoutePoint("menu", "Main"));
    }
}
