package org.switchboard.telephony.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.tenant.TenantScope;

/** The recordings of the tenant in whose scope it runs. Who of its people may hear which is decided by who asks. */
@Service
public final class RecordingService {

    /** Players ask for the beginning more than once when they begin. */
    private static final Duration SAME_BEGIN = Duration.ofSeconds(5);
    /** Who goes on in a player is the same listener. */
    private static final Duration SAME_PLAY = Duration.ofHours(1);
    private static final int MOST_PLAYS = 100;

    private final RecordingRepository recordings;
    private final RecordingFolders folders;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param recordings  SQL
     * @param folders     where the sound is
     * @param transaction the portal's transactions
     */
    public RecordingService(RecordingRepository recordings, RecordingFolders folders, TransactionTemplate transaction) {
        this.recordings = recordings;
        this.folders = folders;
        this.transaction = transaction;
    }

    /**
     * The recordings of a call.
     *
     * @param callId the call's id
     * @return in order of time; empty when there are none
     */
    public List<Recording> ofCall(UUID callId) {
        return transaction.execute(status -> recordings.ofCall(callId));
    }

    /**
     * Which of some calls have recordings.
     *
     * @param callIds the calls
     * @param queues  only recordings of these queues; null for all
     * @return their ids
     */
    public Set<UUID> recorded(Collection<UUID> callIds, Collection<UUID> queues) {
        return transaction.execute(status -> recordings.recorded(callIds, queues));
    }

    /**
     * Finds a recording.
     *
     * @param id which
     * @return the recording
     * @throws NotFound when there is none
     */
    public Recording find(UUID id) {
        return transaction.execute(status -> recordings.find(id).orElseThrow(() -> notFound(id)));
    }

    /**
     * Gives the sound of a recording, and notes who gets it. Parts of one and the same play are noted once.
     *
     * @param recording which
     * @param play      who hears it, when and how
     * @param fromBegin whether its beginning was asked for
     * @return the file
     * @throws NotFound when the file is gone
     */
    public Path sound(Recording recording, RecordingPlay play, boolean fromBegin) {
        Path file = folders.kept().resolve(recording.file());
        if (!Files.isRegularFile(file)) {
            throw notFound(recording.id());
        }
        UUID tenantId = TenantScope.current().requireTenantId();
        transaction.executeWithoutResult(status -> recordings.addPlay(tenantId, recording.id(), play,
                play.playedAt().minus(fromBegin ? SAME_BEGIN : SAME_PLAY)));
        return file;
    }

    /**
     * Who heard a recording.
     *
     * @param id which
     * @return the last {@value #MOST_PLAYS}, newest first
     */
    public List<RecordingPlay> plays(UUID id) {
        return transaction.execute(status -> recordings.plays(id, MOST_PLAYS));
    }

    /**
     * Deletes a recording for good; the record of changes says who did it.
     *
     * @param id which
     * @throws NotFound when there is none
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Recording gone = recordings.find(id).orElseThrow(() -> notFound(id));
            if (!recordings.delete(id)) {
                throw notFound(id);
            }
            try {
                // Last in the transaction: what cannot be deleted stays known.
                Files.deleteIfExists(folders.kept().resolve(gone.file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * The queues that a user supervises.
     *
     * @param userId the user
     * @return empty when nothing narrows it to some
     */
    public Set<UUID> supervised(UUID userId) {
        return transaction.execute(status -> recordings.supervised(userId));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("recording", id.toString());
    }
}
