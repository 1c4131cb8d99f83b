package org.switchboard.telephony.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.call.RecordingRef.Party;
import org.switchboard.telephony.call.RecordingRef.Reason;

/** All that is known of a recording while it is made is in the name of its file. */
final class RecordingNameTest {

    private static final UUID TENANT = UUID.fromString("0190b3c2-7c1e-7d1a-8a44-0f6b5c1d2e3f");

    @Test
    void given_recordings_of_each_kind_when_their_names_are_read_then_nothing_is_lost() {
        for (var ref : new RecordingRef[] {RecordingRef.ofQueue(TENANT, UUID.randomUUID()), RecordingRef.ofExtension(TENANT, Party.OURS, "101"),
            RecordingRef.ofExtension(TENANT, Party.CUSTOMER, "123456"),
            new RecordingRef(UUID.randomUUID(), TENANT, Party.CUSTOMER, Reason.DEMAND, UUID.randomUUID(), null)}) {
            var read = RecordingRef.read(ref.file("pbx1a2b-1763891234.12", "pbx1a2b-1763891239.17"));
            assertThat(read).contains(new RecordingRef.Named(ref, "pbx1a2b-1763891234.12", "pbx1a2b-1763891239.17"));
            assertThat(ref.name()).matches("[a-z0-9_]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "talk.raw", "talk_.raw", "../talk_x.raw", "talk_0190b3c27c1e7d1a8a440f6b5c1d2e3f_x_c_q_0_0_a_b.raw"})
    void given_other_files_when_read_then_they_are_none_of_ours(String name) {
        assertThat(RecordingRef.read(name)).isEmpty();
    }

    @Test
    void given_what_is_no_extension_then_it_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordingRef.ofExtension(TENANT, Party.OURS, "1_1"));
    }
}
