package org.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    private static final String PASSED = "<testcase name='good' classname='org.a.ATest'/>";
    private static final String FAILED = "<testcase name='bad' classname='org.a.ATest'><failure/><rerunFailure/></testcase>";
    private static final String BROKEN = "<testcase name='worse' classname='org.a.ATest'><error/></testcase>";
    private static final String SKIPPED = "<testcase name='later' classname='org.a.ATest'><skipped/></testcase>";
    private static final String SECOND_TRY = "<testcase name='odd' classname='org.a.ATest'><flakyFailure/></testcase>";
    private static final String BEGINNING = "<testcase name='' classname='org.b.BTest'><flakyError/></testcase>";

    @TempDir
    private Path home;

    @Test
    void given_reports_of_several_modules_when_summed_then_errors_count_as_failed() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", suite(PASSED, PASSED, FAILED, BROKEN, SKIPPED));
        report("b/target/failsafe-reports", "TEST-B.xml", suite(PASSED, PASSED, PASSED));
        report("b/target/failsafe-reports", "failsafe-summary.xml", "<other/>");

        var sum = TestReports.sum(home);

        assertThat(sum.toLine()).isEqualTo("5 passed, 2 failed, 1 skipped");
        assertThat(sum.secondTryLines()).isEmpty();
    }

    @Test
    void given_tests_that_passed_at_the_second_try_when_summed_then_they_passed_and_are_named() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", suite(SECOND_TRY, PASSED));
        report("b/target/surefire-reports", "TEST-B.xml", suite(BEGINNING, PASSED));

        var sum = TestReports.sum(home);

        assertThat(sum.toLine()).isEqualTo("3 passed, 0 failed");
        assertThat(sum.secondTryLines()).containsExactly("2 at the second try, each a defect to be mended:",
                "  ATest.odd", "  BTest");
    }

    @Test
    void given_a_report_cut_short_when_summed_then_its_class_counts_as_failed() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", "<testsuite><testcase name='good'/>");

        assertThat(TestReports.sum(home).toLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void given_former_reports_when_discarded_then_none_is_counted() throws IOException {
        report("a/target/surefire-reports", "TEST-A.xml", suite(FAILED));

        TestReports.discard(home);

        assertThat(TestReports.sum(home)).isEqualTo(TestReports.Total.NONE);
    }

    private static String suite(String... tests) {
        return "<testsuite>" + String.join("", tests) + "</testsuite>";
    }

    private void report(String folder, String name, String text) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.writeString(home.resolve(folder).resolve(name), text);
    }
}
