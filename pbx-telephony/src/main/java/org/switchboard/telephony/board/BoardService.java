package org.switchboard.telephony.board;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what wallboards know, of the tenant in whose scope it runs. */
@Service
public final class BoardService {

    private final BoardRepository board;
    private final TransactionTemplate reading;

    /**
     * Wires the service.
     *
     * @param board       SQL of queues and agents
     * @param transaction the portal's transactions
     */
    public BoardService(BoardRepository board, TransactionTemplate transaction) {
        this.board = board;
        this.reading = new TransactionTemplate(transaction.getTransactionManager());
        this.reading.setReadOnly(true);
    }

    /**
     * All queues and agents as they are set now.
     *
     * @return the settings
     */
    public BoardSettings settings() {
        return reading.execute(status -> new BoardSettings(board.queues(), board.agents()));
    }

    /**
     * The queues that a supervisor is confined to.
     *
     * @param userId the supervisor
     * @return empty when he is confined to none, and sees all
     */
    public Set<UUID> supervised(UUID userId) {
        return reading.execute(status -> Set.copyOf(board.supervised(userId)));
    }

    /**
     * Whether a user is an agent.
     *
     * @param userId the user
     * @return true when he is
     */
    public boolean isAgent(UUID userId) {
        return Boolean.TRUE.equals(reading.execute(status -> board.isAgent(userId)));
    }

    /**
     * An extension's number.
     *
     * @param extensionId the extension; null for none
     * @return its number; null when there is none
     */
    public String extensionNumber(UUID extensionId) {
        return extensionId == null ? null : reading.execute(status -> board.extensionNumber(extensionId)).orElse(null);
    }
}
