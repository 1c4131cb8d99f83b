package org.switchboard.telephony.voicemail;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.paging.Page;

/**
 * The messages and greetings of the tenant in whose scope it runs. Lamps follow every change within two seconds. Who may ask for
 * which box is for the caller to know.
 */
@Service
public final class VoicemailMessageService {

    private final VoicemailMessageRepository messages;
    private final TransactionTemplate transaction;
    private final VoicemailPlace place;

    /**
     * Wires the service.
     *
     * @param messages    SQL of the messages
     * @param transaction the portal's transactions
     * @param place       where Asterisk keeps voicemail
     */
    public VoicemailMessageService(VoicemailMessageRepository messages, TransactionTemplate transaction, VoicemailPlace place) {
        this.messages = messages;
        this.transaction = transaction;
        this.place = place;
    }

    /**
     * Lists the messages of a box, newest first.
     *
     * @param box    the box
     * @param cursor id of the message after which to go on; null begins at the newest
     * @param limit  rows on a page, 1 to {@value Page#MAX_LIMIT}
     * @return a page
     */
    public Page<VoicemailMessage> list(VoicemailBox box, UUID cursor, int limit) {
        return Page.of(transaction.execute(status -> messages.list(box.id(), cursor, limit + 1)), limit, message -> message.id().toString());
    }

    /**
     * Finds a message.
     *
     * @param box the box
     * @param id  the message
     * @return the message
     * @throws NotFound when the box has no such message
     */
    public VoicemailMessage find(VoicemailBox box, UUID id) {
        return transaction.execute(status -> messages.find(box.id(), id)).orElseThrow(() -> notFound(id));
    }

    /**
     * The sound of a message.
     *
     * @param box the box
     * @param id  the message
     * @return a WAV file, 16 bit mono at 8 kHz
     * @throws NotFound when the box has no such message
     */
    public byte[] audio(VoicemailBox box, UUID id) {
        return transaction.execute(status -> messages.audio(box.id(), id)).orElseThrow(() -> notFound(id));
    }

    /**
     * Marks a message as heard or as new.
     *
     * @param box   the box
     * @param id    the message
     * @param heard whether it has been heard
     * @return the message as it is now
     * @throws NotFound when the box has no such message
     */
    public VoicemailMessage mark(VoicemailBox box, UUID id, boolean heard) {
        try {
            // A caller or a listener by phone can take the same place at the same time.
            return new RetryTemplate(RetryPolicy.builder().includes(DuplicateKeyException.class).maxRetries(3).delay(Duration.ofMillis(20)).build())
                    .execute(() -> transaction.execute(status -> {
                        if (find(box, id).heard() != heard) {
                            messages.move(box.id(), id, heard);
                        }
                        return find(box, id);
                    }));
        } catch (RetryException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        }
    }

    /**
     * Deletes a message.
     *
     * @param box the box
     * @param id  the message
     * @throws NotFound when the box has no such message
     */
    public void delete(VoicemailBox box, UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!messages.delete(box.id(), id)) {
                throw notFound(id);
            }
        });
    }

    /**
     * What is in some boxes.
     *
     * @param boxes the boxes
     * @return by box's id, for each of them
     */
    public Map<UUID, VoicemailUse> use(Collection<VoicemailBox> boxes) {
        List<UUID> ids = boxes.stream().map(VoicemailBox::id).toList();
        Map<UUID, VoicemailUse> found = transaction.execute(status -> messages.use(ids));
        return ids.stream().collect(Collectors.toMap(id -> id, id -> found.getOrDefault(id, VoicemailUse.NOTHING)));
    }

    /**
     * The greeting that callers hear, uploaded or recorded by phone.
     *
     * @param box the box
     * @return a WAV file; empty when the system speaks
     */
    public Optional<byte[]> greeting(VoicemailBox box) {
        return transaction.execute(status -> messages.greeting(box.id()));
    }

    /**
     * Replaces the greeting; the next caller hears it.
     *
     * @param box the box
     * @param wav 16-bit mono WAV at 8 kHz ({@link GreetingSound})
     */
    public void putGreeting(VoicemailBox box, byte[] wav) {
        transaction.executeWithoutResult(status -> messages.putGreeting(box.id(), place.folder(), wav));
    }

    /**
     * Removes the greeting; the system speaks to the next caller.
     *
     * @param box the box
     */
    public void deleteGreeting(VoicemailBox box) {
        transaction.executeWithoutResult(status -> messages.deleteGreeting(box.id()));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("voicemail-message", id.toString());
    }
}
