package org.switchboard.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void given_this_process_when_written_and_read_then_it_is_alive() {
        var self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

        var read = ProcessIdentity.parse(self.toLine()).orElseThrow();

        assertThat(read).isEqualTo(self);
        assertThat(read.alive()).isTrue();
    }

    @Test
    void given_a_pid_that_was_given_to_another_process_then_it_is_not_alive() {
        var self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(new ProcessIdentity(self.pid(), self.startTicks() - 1, self.bootId()).alive()).isFalse();
        assertThat(new ProcessIdentity(self.pid(), self.startTicks(), "another boot").alive()).isFalse();
    }

    @Test
    void given_text_that_is_no_identity_then_nothing_is_read() {
        assertThat(ProcessIdentity.parse("")).isEmpty();
        assertThat(ProcessIdentity.parse("12")).isEmpty();
        assertThat(ProcessIdentity.parse("-1 5 boot")).isEmpty();
        assertThat(ProcessIdentity.parse("1 x boot")).isEmpty();
    }
}
