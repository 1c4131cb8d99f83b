package org.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    private Path home;

    @Test
    void given_reports_of_several_modules_when_summed_then_errors_count_as_failed() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", "<testsuite tests='5' failures='1' errors='1' skipped='1'/>");
        report("b/target/failsafe-reports", "TEST-B.xml", "<testsuite tests='3' failures='0' errors='0' skipped='0'/>");
        report("b/target/failsafe-reports", "failsafe-summary.xml", "<other/>");

        assertThat(TestReports.sum(home)).isEqualTo(new TestReports.Total(5, 2, 1));
        assertThat(TestReports.sum(home).toLine()).isEqualTo("5 passed, 2 failed, 1 skipped");
    }

    @Test
    void given_a_report_cut_short_when_summed_then_its_class_counts_as_failed() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", "<testsuite tests='5'");

        assertThat(TestReports.sum(home).toLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void given_former_reports_when_discarded_then_none_is_counted() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", "<testsuite tests='5' failures='5'/>");

        TestReports.discard(home);

        assertThat(TestReports.sum(home)).isEqualTo(new TestReports.Total(0, 0, 0));
    }

    private void report(String folder, String name, String text) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve(name), text);
    }
}
