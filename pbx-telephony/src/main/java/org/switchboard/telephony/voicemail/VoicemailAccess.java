package org.switchboard.telephony.voicemail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Who may listen to a box by phone. Runs as the engine's role, which can neither read a PIN's digest nor set the counters:
 * two functions of the database do that. Wrong PINs are counted there, over all phones and engines.
 */
public final class VoicemailAccess {

    /** Wrong PINs after which a box is locked (function {@code try_voicemail_pin}). */
    public static final int TRIES = 5;

    private final JdbcClient engine;
    private final PasswordEncoder encoder;

    /**
     * Wires it.
     *
     * @param engineDatabase connections as role {@code pbx_engine}
     * @param encoder        made the digests
     */
    public VoicemailAccess(DataSource engineDatabase, PasswordEncoder encoder) {
        this.engine = JdbcClient.create(engineDatabase);
        this.encoder = encoder;
    }

    /**
     * The caller's own box.
     *
     * @param number    its number
     * @param pinNeeded whether the PIN is asked for although the phone is the box's own
     */
    public record OwnBox(String number, boolean pinNeeded) {
    }

    private record Try(UUID boxId, String digest, int failed, OffsetDateTime locked) {
    }

    /**
     * Finds the box of an extension.
     *
     * @param tenantId  the company
     * @param extension the extension's number
     * @return its own box; empty when it has none
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public Optional<OwnBox> own(UUID tenantId, String extension) {
        return engine.sql("""
                select b.number, b.pin_from_own_phone from voicemail_box b
                  join extension e on e.tenant_id = b.tenant_id and e.id = b.extension_id
                 where e.tenant_id = :tenantId and e.number = :extension""")
                .param("tenantId", tenantId)
                .param("extension", extension)
                .query((row, at) -> new OwnBox(row.getString("number"), row.getBoolean("pin_from_own_phone")))
                .optional();
    }

    /**
     * Tries a PIN. It is counted as wrong before it is compared, so that many calls at once do not get more tries than one.
     *
     * @param tenantId the caller's company
     * @param box      number of the box
     * @param pin      what was typed, digits or anything else; empty for nothing
     * @param now      the time
     * @return what became of it
     * @throws org.springframework.dao.DataAccessException when the database is away
     */
    public PinAnswer check(UUID tenantId, String box, String pin, Instant now) {
        Optional<Try> counted = engine.sql("select box_id, digest, failed, locked from try_voicemail_pin(:tenantId, :box, :now)")
                .param("tenantId", tenantId)
                .param("box", box)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Try(row.getObject("box_id", UUID.class), row.getString("digest"), row.getInt("failed"),
                        row.getObject("locked", OffsetDateTime.class)))
                .optional();
        if (counted.isEmpty()) {
            return new PinAnswer.NoBox();
        }
        Try one = counted.get();
        if (one.digest() != null && encoder.matches(pin, one.digest())) {
            engine.sql("select accept_voicemail_pin(:box)").param("box", one.boxId()).query((row, at) -> 0).list();
            return new PinAnswer.Ok();
        }
        return one.locked() == null ? new PinAnswer.Wrong(TRIES - one.failed()) : new PinAnswer.Locked(one.locked().toInstant());
    }
}
