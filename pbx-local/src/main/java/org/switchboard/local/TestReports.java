package org.switchboard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Sums the reports that Maven's Surefire and Failsafe write, one XML file per test class. */
final class TestReports {

    private static final List<String> FOLDERS = List.of("target/surefire-reports", "target/failsafe-reports");

    private TestReports() {
    }

    /**
     * How a test run went.
     *
     * @param passed tests that passed, at the first or at the second try
     * @param failed tests that failed or broke at every try
     * @param skipped tests that were not run
     * @param secondTry names of what failed first and passed when it was run again, as {@code Class.test}; a class alone
     *     where what failed was its common beginning or end
     */
    record Total(int passed, int failed, int skipped, List<String> secondTry) {

        /** Nothing was run. */
        static final Total NONE = new Total(0, 0, 0, List.of());

        /** A run that broke before or between tests: a failure that no report counts. */
        Total broken() {
            return new Total(passed, failed + 1, skipped, secondTry);
        }

        /** The closing line that scripts read. */
        String toLine() {
            return passed + " passed, " + failed + " failed" + (skipped == 0 ? "" : ", " + skipped + " skipped");
        }

        /** What to say before the closing line of tests that needed a second try; empty when none did. */
        List<String> secondTryLines() {
            if (secondTry.isEmpty()) {
                return List.of();
            }
            return Stream.concat(Stream.of(secondTry.size() + " at the second try, each a defect to be mended:"),
                    secondTry.stream().sorted().map(name -> "  " + name)).toList();
        }

        private Total plus(Total other) {
            return new Total(passed + other.passed, failed + other.failed, skipped + other.skipped,
                    Stream.concat(secondTry.stream(), other.secondTry.stream()).toList());
        }
    }

    /** Deletes the reports of former runs. */
    static void discard(Path home) {
        reports(home).forEach(report -> {
            try {
                Files.delete(report);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The sum over all modules. */
    static Total sum(Path home) {
        return reports(home).stream().map(TestReports::read).reduce(Total.NONE, Total::plus);
    }

    private static List<Path> reports(Path home) {
        try (var modules = Files.list(home)) {
            return modules.flatMap(module -> FOLDERS.stream().map(module::resolve)).filter(Files::isDirectory)
                    .flatMap(TestReports::xmlFiles).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> xmlFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Total read(Path report) {
        try {
            var tests = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, tests.getLength()).mapToObj(i -> read((Element) tests.item(i)))
                    .reduce(Total.NONE, Total::plus);
        } catch (SAXException cutShort) {
            // A test JVM that was killed leaves half a report: that class failed.
            return Total.NONE.broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Counts one test. The totals that stand at the head of a report are those of the last try alone, where one was run
     * again; each test's own outcome is kept: {@code failure} or {@code error} for one that failed at every try,
     * {@code flakyFailure} or {@code flakyError} for one that passed at last.
     */
    private static Total read(Element test) {
        String name = test.getAttribute("name");
        if (has(test, "failure") || has(test, "error")) {
            return new Total(0, 1, 0, List.of());
        }
        if (has(test, "skipped")) {
            return new Total(0, 0, 1, List.of());
        }
        // Without a name it is the common beginning or end of a class, which is no test that could pass.
        int passed = name.isEmpty() ? 0 : 1;
        if (has(test, "flakyFailure") || has(test, "flakyError")) {
            String type = test.getAttribute("classname");
            String shortType = type.substring(type.lastIndexOf('.') + 1);
            return new Total(passed, 0, 0, List.of(name.isEmpty() ? shortType : shortType + "." + name));
        }
        return new Total(passed, 0, 0, List.of());
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }
}
