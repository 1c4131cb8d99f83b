package org.switchboard.telephony.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads the files of one witness from where it was read last. The file in use and the ones rotated away from it (whose names
 * begin with its name) are read oldest first, each to its end. A file is known by its first line, which no two files share
 * (it has a time in microseconds and a channel in it, or an id of its own): so renaming a file changes nothing, and a file that
 * was emptied and begun anew is a new one. Memory needed does not depend on how large a file is.
 *
 * @param <E> what a record says
 */
public final class SpoolReader<E> {

    private static final int CHUNK = 1 << 20;
    private static final Pattern COMPRESSED = Pattern.compile(".*\\.(gz|bz2|xz|zst)");

    private final Path folder;
    private final SpoolFormat<E> format;
    private final int chunk;
    private final Map<String, Long> positions;
    private final Map<Object, Known> known = new HashMap<>();

    /** A file's key, and its size when it was learnt. */
    private record Known(String key, long size) {
    }

    private record Source(Path path, String key, long size, long modified) {
    }

    /**
     * Begins where reading stopped.
     *
     * @param folder    the spool folder
     * @param format    which witness
     * @param positions how far each file was read, by file key
     */
    public SpoolReader(Path folder, SpoolFormat<E> format, Map<String, Long> positions) {
        this(folder, format, positions, CHUNK);
    }

    /**
     * Begins where reading stopped.
     *
     * @param folder    the spool folder
     * @param format    which witness
     * @param positions how far each file was read, by file key
     * @param chunk     most that is read at once, in bytes; a record that is longer is damage
     */
    public SpoolReader(Path folder, SpoolFormat<E> format, Map<String, Long> positions, int chunk) {
        this.folder = folder;
        this.format = format;
        this.positions = new HashMap<>(positions);
        this.chunk = chunk;
    }

    /**
     * Reads on. The same records come again until {@link #done} is called for them.
     *
     * @return the next whole records of one file, at most about a megabyte; empty when all was read
     * @throws IOException when a file cannot be read
     */
    public Optional<SpoolBatch<E>> read() throws IOException {
        for (Source source : sources()) {
            long from = positions.getOrDefault(source.key(), 0L);
            if (source.size() > from) {
                Optional<SpoolBatch<E>> batch = read(source, from);
                if (batch.isPresent()) {
                    return batch;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Goes on behind a batch, once it is safe in the database.
     *
     * @param batch what was read
     */
    public void done(SpoolBatch<E> batch) {
        positions.put(batch.fileKey(), batch.to());
    }

    /**
     * Keeps the folder small: deletes rotated files that were read to their end and not written to for a while.
     *
     * @param before files last written to before this moment go
     * @throws IOException when a file cannot be deleted
     */
    public void deleteRead(Instant before) throws IOException {
        for (Source source : sources()) {
            boolean rotated = !source.path().getFileName().toString().equals(format.fileName());
            if (rotated && positions.getOrDefault(source.key(), 0L) == source.size() && source.modified() < before.toEpochMilli()) {
                Files.deleteIfExists(source.path());
            }
        }
    }

    /**
     * Gives the file in use another name when it is large and was read to its end. For a file whose writer opens it anew for
     * each record, as Asterisk does; a record that is being written meanwhile ends up in the renamed file and is read there.
     *
     * @param size largest size that is left alone, in bytes
     * @param now  makes the new name
     * @throws IOException when the file cannot be renamed
     */
    public void rotate(long size, Instant now) throws IOException {
        Path live = folder.resolve(format.fileName());
        for (Source source : sources()) {
            if (source.path().equals(live) && source.size() > size && positions.getOrDefault(source.key(), 0L) == source.size()) {
                Files.move(live, folder.resolve(format.fileName() + "." + now.toEpochMilli()));
            }
        }
    }

    private List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        Set<Object> present = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, format.fileName() + "*")) {
            for (Path file : files) {
                if (!COMPRESSED.matcher(file.toString()).matches()) {
                    source(file, present).ifPresent(sources::add);
                }
            }
        }
        known.keySet().retainAll(present);
        sources.sort(Comparator.comparingLong(Source::modified).thenComparing(source -> source.path().toString().length(), Comparator.reverseOrder()));
        return sources;
    }

    private Optional<Source> source(Path file, Set<Object> present) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile() || attributes.size() == 0) {
                return Optional.empty();
            }
            present.add(attributes.fileKey());
            Known before = known.get(attributes.fileKey());
            if (before == null || attributes.size() < before.size()) {
                Optional<String> key = key(file);
                if (key.isEmpty()) {
                    return Optional.empty();
                }
                before = new Known(key.get(), attributes.size());
            }
            known.put(attributes.fileKey(), new Known(before.key(), attributes.size()));
            return Optional.of(new Source(file, before.key(), attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (NoSuchFileException goneMeanwhile) {
            // Renamed between listing and looking: it is found under its new name the next time.
            return Optional.empty();
        }
    }

    private static Optional<String> key(Path file) throws IOException {
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            byte[] begin = new byte[SpoolFormat.MAX_RECORD];
            int length = fill(input, begin);
            for (int i = 0; i < length; i++) {
                if (begin[i] == '\n') {
                    return Optional.of(UUID.nameUUIDFromBytes(Arrays.copyOf(begin, i)).toString());
                }
            }
            return length == begin.length ? Optional.of(UUID.nameUUIDFromBytes(begin).toString()) : Optional.empty();
        }
    }

    private static int fill(RandomAccessFile input, byte[] buffer) throws IOException {
        int length = 0;
        int got = input.read(buffer, 0, buffer.length);
        while (got > 0) {
            length += got;
            got = length == buffer.length ? 0 : input.read(buffer, length, buffer.length - length);
        }
        return length;
    }

    private Optional<SpoolBatch<E>> read(Source source, long from) throws IOException {
        byte[] bytes = new byte[(int) Math.min(chunk, source.size() - from)];
        int length;
        try (RandomAccessFile input = new RandomAccessFile(source.path().toFile(), "r")) {
            input.seek(from);
            length = fill(input, bytes);
        }
        List<SpoolBatch.Line<E>> lines = new ArrayList<>();
        List<SpoolBatch.Reject> rejects = new ArrayList<>();
        String file = source.path().getFileName().toString();
        int at = 0;
        int end = format.recordEnd(bytes, at, length);
        while (end > 0) {
            take(text(bytes, at, end), file, from + at, lines, rejects);
            at = end;
            end = format.recordEnd(bytes, at, length);
        }
        if (at == 0 && length == chunk) {
            rejects.add(new SpoolBatch.Reject(file, from, text(bytes, 0, length), "no end of record in " + length + " bytes"));
            at = length;
        }
        return at == 0 ? Optional.empty() : Optional.of(new SpoolBatch<>(format.spool(), source.key(), from, from + at, lines, rejects));
    }

    private void take(String text, String file, long position, List<SpoolBatch.Line<E>> lines, List<SpoolBatch.Reject> rejects) {
        if (text.isEmpty()) {
            return;
        }
        try {
            lines.add(new SpoolBatch.Line<>(text, format.parse(text)));
        } catch (MalformedRecord torn) {
            Optional<String> second = format.salvage(text);
            rejects.add(new SpoolBatch.Reject(file, position, second.map(rest -> text.substring(0, text.length() - rest.length())).orElse(text),
                    torn.getMessage()));
            second.ifPresent(rest -> take(rest, file, position, lines, rejects));
        }
    }

    /** Control characters have no meaning in names and numbers, and the database takes no NUL. */
    private static String text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
