package org.switchboard.telephony.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchboard.telephony.spool.SpoolBatch;
import org.switchboard.telephony.spool.SpoolReader;

class SpoolReaderTest {

    @TempDir
    private Path folder;
    private Path file;
    private SpoolReader<CallEvent> reader;
    private final List<SpoolBatch.Line<CallEvent>> lines = new ArrayList<>();
    private final List<SpoolBatch.Reject> rejects = new ArrayList<>();

    @BeforeEach
    void openReader() {
        file = folder.resolve("cel.csv");
        reader = new SpoolReader<>(folder, new ChannelEventFormat(), Map.of());
    }

    @Test
    void given_half_a_line_when_read_then_it_waits_for_the_rest() throws IOException {
        String line = line("CHAN_START", "1.0", "Alice");
        write(line + line("ANSWER", "1.0", "Alice").substring(0, 40));
        readAll();
        assertThat(lines).hasSize(1);
        write(line("ANSWER", "1.0", "Alice").substring(40));
        readAll();
        assertThat(lines).hasSize(2);
        assertThat(rejects).isEmpty();
    }

    @Test
    void given_a_line_torn_by_a_crash_when_the_next_run_writes_on_then_only_the_torn_one_is_lost() throws IOException {
        String whole = line("CHAN_START", "2.0", "Bob");
        for (int cut = 1; cut < whole.length() - 1; cut++) {
            Files.deleteIfExists(file);
            lines.clear();
            rejects.clear();
            reader = new SpoolReader<>(folder, new ChannelEventFormat(), Map.of());
            write(line("CHAN_START", "1.0", "Alice") + whole.substring(0, cut) + line("HANGUP", "3.0", "Carol") + line("CHAN_END", "3.0", "Carol"));
            readAll();
            assertThat(lines).as("cut at %d", cut).extracting(one -> one.event().linkedId()).containsExactly("pbx-1795407343.1.0",
                    "pbx-1795407343.3.0", "pbx-1795407343.3.0");
            assertThat(rejects).as("cut at %d", cut).hasSize(1);
        }
    }

    @Test
    void given_line_ends_quotes_and_control_characters_in_a_name_when_read_then_they_are_text() throws IOException {
        write(line("CHAN_START", "1.0", "Eve \"\"<script>\"\",\n\u0000\u0007X") + line("ANSWER", "1.0", "Alice"));
        readAll();
        assertThat(lines).hasSize(2);
        assertThat(((ChannelEvent) lines.getFirst().event()).name()).isEqualTo("Eve \"<script>\",   X");
        assertThat(rejects).isEmpty();
    }

    @Test
    void given_lines_that_make_no_sense_when_read_then_they_are_set_aside_with_their_position() throws IOException {
        String good = line("CHAN_START", "1.0", "Alice");
        write(good + "nonsense\n" + good.replace("1795407343.000001", "yesterday.0000000") + good);
        readAll();
        assertThat(lines).hasSize(2);
        assertThat(rejects).extracting(SpoolBatch.Reject::position).containsExactly((long) good.length(), good.length() + 9L);
    }

    @Test
    void given_megabytes_without_a_line_end_when_read_then_they_are_passed_over() throws IOException {
        reader = new SpoolReader<>(folder, new ChannelEventFormat(), Map.of(), 200_000);
        write(line("CHAN_START", "1.0", "Alice") + "x".repeat(1_000_000) + "\n" + line("ANSWER", "1.0", "Alice"));
        readAll();
        assertThat(lines).hasSize(2);
        assertThat(rejects).isNotEmpty();
    }

    @Test
    void given_a_rotated_file_when_read_then_its_rest_and_the_new_one_are_read_once() throws IOException {
        write(line("CHAN_START", "1.0", "Alice"));
        readAll();
        write(line("ANSWER", "1.0", "Alice"));
        Files.move(file, folder.resolve("cel.csv.1"));
        write(line("CHAN_END", "1.0", "Alice"));
        readAll();
        readAll();
        assertThat(lines).extracting(one -> ((ChannelEvent) one.event()).type())
                .containsExactly(ChannelEventType.CHAN_START, ChannelEventType.ANSWER, ChannelEventType.CHAN_END);
    }

    @Test
    void given_a_file_that_was_emptied_when_it_grows_again_then_it_is_read_from_its_begin() throws IOException {
        write(line("CHAN_START", "1.0", "Alice") + line("ANSWER", "1.0", "Alice"));
        readAll();
        Files.writeString(file, "");
        readAll();
        write(line("CHAN_START", "2.0", "Bob"));
        readAll();
        assertThat(lines).hasSize(3);
    }

    @Test
    void given_the_positions_of_before_when_another_reader_goes_on_then_nothing_comes_twice() throws IOException {
        write(line("CHAN_START", "1.0", "Alice"));
        SpoolBatch<CallEvent> batch = reader.read().orElseThrow();
        write(line("ANSWER", "1.0", "Alice"));
        reader = new SpoolReader<>(folder, new ChannelEventFormat(), Map.of(batch.fileKey(), batch.to()));
        readAll();
        assertThat(lines).hasSize(1);
    }

    private void readAll() throws IOException {
        Optional<SpoolBatch<CallEvent>> batch = reader.read();
        while (batch.isPresent()) {
            lines.addAll(batch.get().lines());
            rejects.addAll(batch.get().rejects());
            reader.done(batch.get());
            batch = reader.read();
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String line(String type, String id, String name) {
        return "\"%s\",\"1795407343.000001\",\"pbx-1795407343.%s\",\"pbx-1795407343.%s\",\"\",\"PJSIP/x-1\",\"101\",\"%s\",\"102\",\"from-device\",\"\",\"\",\"\",\"\",\"\"\n"
                .formatted(type, id, id, name);
    }
}
