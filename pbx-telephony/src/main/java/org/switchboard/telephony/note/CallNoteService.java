package org.switchboard.telephony.note;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.input.InputChecker;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.tenant.TenantScope;

/** Writes and finds notes of the tenant in whose scope it runs. */
@Service
public final class CallNoteService {

    private final CallNoteRepository notes;
    private final InputChecker checker;
    private final TransactionTemplate transaction;

    /**
     * Wires the service.
     *
     * @param notes       SQL of the notes
     * @param checker     checks drafts
     * @param transaction the portal's transactions
     */
    public CallNoteService(CallNoteRepository notes, InputChecker checker, TransactionTemplate transaction) {
        this.notes = notes;
        this.checker = checker;
        this.transaction = transaction;
    }

    /**
     * Writes a note, in place of what the same agent wrote about the same stay before.
     *
     * @param subject what it is about
     * @param draft   what it shall say
     * @return the note
     * @throws InvalidInput when it is too long, or there is no such disposition for the queue
     */
    public CallNote save(NoteSubject subject, CallNoteDraft draft) {
        checker.check(draft);
        UUID tenantId = TenantScope.current().requireTenantId();
        return transaction.execute(status -> {
            boolean known = draft.disposition() == null || notes.dispositions(subject.queueId()).contains(draft.disposition())
                    // What was chosen before stays choosable for this call when the code has been deleted meanwhile.
                    || notes.find(subject.visit(), subject.agentId()).map(CallNote::disposition).filter(draft.disposition()::equals).isPresent();
            if (!known) {
                throw new InvalidInput("disposition", "invalid.note.disposition");
            }
            return notes.save(tenantId, subject, draft);
        });
    }

    /**
     * What an agent wrote about a stay.
     *
     * @param visit   the stay
     * @param agentId the agent
     * @return the note, or empty
     */
    public Optional<CallNote> find(String visit, UUID agentId) {
        return transaction.execute(status -> notes.find(visit, agentId));
    }

    /**
     * What was written about calls of a number.
     *
     * @param number the customer's number; empty has none
     * @param limit  most notes to give
     * @return the newest first
     */
    public List<CallNote> ofNumber(String number, int limit) {
        return transaction.execute(status -> notes.ofNumber(number, limit));
    }

    /**
     * What was written about a call.
     *
     * @param callId the call in the history
     * @return the oldest first
     */
    public List<CallNote> ofCall(UUID callId) {
        return transaction.execute(status -> notes.ofCall(callId));
    }

    /**
     * What a call of a queue can have been about.
     *
     * @param queueId the queue
     * @return names of the disposition codes, in alphabetical order
     */
    public List<String> dispositions(UUID queueId) {
        return transaction.execute(status -> notes.dispositions(queueId));
    }

    /**
     * The calls of queues that an agent answered.
     *
     * @param agentId the agent
     * @param visit   only this stay; null for any
     * @param limit   most calls to give
     * @return the newest first
     */
    public List<AnsweredCall> answered(UUID agentId, String visit, int limit) {
        return transaction.execute(status -> notes.answered(agentId, visit, limit));
    }
}
