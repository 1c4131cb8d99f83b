package org.switchboard.telephony.recording;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.cdr.CallRecord;
import org.switchboard.telephony.prompt.StereoConverter;

/**
 * Keeps what Asterisk has recorded: when the recorded channel is gone, its file is packed, noted in the database, and only then
 * deleted. The name of the file says all, and each step can be done again, so that neither a dead portal nor a dead
 * database nor a full disk loses or doubles a recording: what could not be kept is tried again. Deletes recordings whose time is up.
 */
public final class RecordingKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingKeeper.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    /** A file that was written to a moment ago is still being closed. */
    private static final Duration QUIET = Duration.ofSeconds(1);
    /** Compared with the times that the operating system gives files, so it is the system's whatever clock calls go by. */
    private static final InstantSource FILE_CLOCK = InstantSource.system();
    private static final int AT_ONCE = 200;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    private final RecordingFolders folders;
    private final AriClient ari;
    private final KeptRecordingRepository recordings;
    private final StereoConverter converter;
    private final InstantSource clock;
    private final Counter kept;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("recording-keeper").daemon().factory());
    private boolean failing;

    /**
     * Makes a keeper; nothing happens before {@link #start()}.
     *
     * @param folders   where the sound is
     * @param ari       tells which channels are still there
     * @param engine    connections of the engine's database role
     * @param converter packs the sound
     * @param clock     what time it is
     * @param meters    where kept recordings are counted ({@code pbx.recordings.kept})
     */
    public RecordingKeeper(RecordingFolders folders, AriClient ari, DataSource engine, StereoConverter converter, InstantSource clock,
                           MeterRegistry meters) {
        this.folders = folders;
        this.ari = ari;
        this.recordings = new KeptRecordingRepository(engine);
        this.converter = converter;
        this.clock = clock;
        this.kept = Counter.builder("pbx.recordings.kept").description("Recordings of talks that were kept").register(meters);
    }

    /** Begins to look, once a second. Returns at once. */
    public void start() {
        timer.scheduleWithFixedDelay(() -> guarded(this::keepAll), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(() -> guarded(this::deleteExpired), 5, TIDY_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** A round of work. */
    @FunctionalInterface
    interface Round {
        boolean run() throws IOException;
    }

    /** The timer would stop for good when a round throws. */
    private void guarded(Round round) {
        try {
            if (round.run() && failing) {
                failing = false;
                LOG.info("Recordings are kept again");
            }
        } catch (AriException away) {
            LOG.debug("Which talks are still on is not known now: {}", away.getMessage());
        } catch (IOException | DataAccessException | TransactionException e) {
            failed("Recordings cannot be kept now; they wait in " + folders.raw() + " and nothing is lost", e);
        } catch (RuntimeException e) {
            LOG.error("Recordings cannot be kept because of a fault in the program", e);
        }
    }

    private void failed(String what, Exception e) {
        if (!failing) {
            failing = true;
            LOG.error(what, e);
        }
    }

    /** A file that waits to be kept. */
    private record Waiting(Path file, RecordingRef.Named named) {
    }

    /**
     * Keeps all whose talk is over.
     *
     * @return whether there was something, and all of it went well
     * @throws IOException when the folder cannot be read
     */
    boolean keepAll() throws IOException {
        // First the files, then the channels: a channel was there before its file.
        List<Waiting> waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        Set<String> live = ari.channels().stream().map(AriChannel::id).collect(Collectors.toSet());
        Instant quietSince = FILE_CLOCK.instant().minus(QUIET);
        boolean good = true;
        boolean some = false;
        for (Waiting one : waiting) {
            if (!live.contains(one.named().channel()) && Files.getLastModifiedTime(one.file()).toInstant().isBefore(quietSince)) {
                some = true;
                good &= keptOne(one);
            }
        }
        return some && good;
    }

    private List<Waiting> waiting() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        if (Files.isDirectory(folders.raw())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.raw(), "talk_*.raw")) {
                files.forEach(file -> RecordingRef.read(file.getFileName().toString()).ifPresent(named -> waiting.add(new Waiting(file, named))));
            }
        }
        return waiting;
    }

    /** One that cannot be kept must not keep the others out. */
    private boolean keptOne(Waiting one) {
        try {
            keep(one);
            return true;
        } catch (IOException | DataAccessException e) {
            failed("The recording " + one.file() + " cannot be kept now; it stays there and is tried again", e);
            return false;
        }
    }

    private void keep(Waiting one) throws IOException {
        long size = Files.size(one.file());
        Duration length = RawTalk.length(size);
        RecordingRef ref = one.named().ref();
        // Empty: it rang and nobody answered.
        if (length.isPositive() && recordings.isTenant(ref.tenantId())) {
            Instant startedAt = Files.getLastModifiedTime(one.file()).toInstant().minus(length);
            boolean swapped = ref.party() == RecordingRef.Party.CUSTOMER;
            String name = ref.tenantId() + "/" + MONTH.format(startedAt) + "/" + ref.id() + ".flac";
            Path target = folders.kept().resolve(name);
            pack(one.file(), swapped, target);
            recordings.insert(new KeptRecordingRepository.Made(ref, CallRecord.idOf(one.named().linkedId()), one.named().linkedId(), startedAt,
                    length.toMillis(), Files.size(target), name, RawTalk.peaks(one.file(), swapped)));
            kept.increment();
        }
        Files.delete(one.file());
    }

    /** Whole or not at all, and on the disk before the raw sound goes. */
    private void pack(Path raw, boolean swapped, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try {
            converter.pack(raw, RawTalk.RATE, swapped, fresh);
            try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Deletes recordings whose time is up: the file first, so that no sound is left that nobody knows of.
     *
     * @return whether there were some
     * @throws IOException when a file cannot be deleted
     */
    boolean deleteExpired() throws IOException {
        List<KeptRecordingRepository.Expired> expired = recordings.expired(clock.instant(), AT_ONCE);
        boolean some = !expired.isEmpty();
        while (!expired.isEmpty()) {
            for (var one : expired) {
                Files.deleteIfExists(folders.kept().resolve(one.file()));
                recordings.delete(one.id());
            }
            LOG.info("Deleted {} recordings whose time was up", expired.size());
            expired = recordings.expired(clock.instant(), AT_ONCE);
        }
        return some;
    }

    /** Ends after the recording at hand. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
