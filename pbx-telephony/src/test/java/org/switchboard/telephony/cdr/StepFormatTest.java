package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.switchboard.telephony.call.Step;
import org.switchboard.telephony.spool.MalformedRecord;
import tools.jackson.databind.json.JsonMapper;

class StepFormatTest {

    private final StepFormat format = new StepFormat();

    @Test
    void given_a_step_with_texts_and_other_ways_when_it_is_written_and_read_then_it_is_the_same() throws MalformedRecord {
        Step step = new Step("pbx-1.1", UUID.randomUUID(), Instant.parse("2026-11-23T10:00:00.123Z"), "schedule", "Seoul \"office\"\n",
                "hours.weekly", "", "open", List.of("09:00", "18:00, Mon"), List.of(new Step.Alternative("closed", "Mailbox 200")));
        assertThat(format.parse(format.write(step))).isEqualTo(new CallEvent.StepTaken(step));
        RecordedStep recorded = RecordedStep.of(step);
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(recorded), RecordedStep.class)).isEqualTo(recorded);
    }

    @Test
    void given_a_line_of_a_former_version_when_it_is_read_then_it_has_no_texts_and_no_other_ways() throws MalformedRecord {
        CallEvent.StepTaken old = (CallEvent.StepTaken) format.parse("""
                {"linkedId":"pbx-1.1","tenantId":"00000000-0000-7000-8000-000000000001","at":"2026-11-23T10:00:00Z","kind":"refuse",\
                "name":"busy","rule":"","reason":"","outcome":"busy"}""");
        assertThat(old.step().args()).isEmpty();
        assertThat(old.step().alternatives()).isEmpty();
        RecordedStep row = JsonMapper.shared().readValue("""
                {"at":"2026-11-23T10:00:00Z","kind":"refuse","name":"busy","rule":"","reason":"","outcome":"busy"}""", RecordedStep.class);
        assertThat(row.args()).isEmpty();
        assertThat(row.alternatives()).isEmpty();
    }
}
