package org.switchboard.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     * @param passed tests that passed
     * @param failed tests that failed or broke
     * @param skipped tests that were not run
     */
    record Total(int passed, int failed, int skipped) {

        /** The closing line that scripts read. */
        String toLine() {
            return passed + " passed, " + failed + " failed" + (skipped == 0 ? "" : ", " + skipped + " skipped");
        }

        private Total plus(Total other) {
            return new Total(passed + other.passed, failed + other.failed, skipped + other.skipped);
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
        return reports(home).stream().map(TestReports::read).reduce(new Total(0, 0, 0), Total::plus);
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
            Element suite = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
                    .getDocumentElement();
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            return new Total(number(suite, "tests") - failed - skipped, failed, skipped);
        } catch (SAXException cutShort) {
            // A test JVM that was killed leaves half a report: that class failed.
            return new Total(0, 1, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Element suite, String attribute) {
        String value = suite.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
