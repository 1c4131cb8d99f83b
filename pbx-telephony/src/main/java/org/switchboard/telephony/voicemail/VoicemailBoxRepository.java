package org.switchboard.telephony.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** SQL of the voicemail boxes. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class VoicemailBoxRepository {

    private static final String SELECT = """
            select b.id, b.tenant_id, b.number, b.name, own.number as extension, b.language, b.pin_hash is not null as has_pin, b.pin_from_own_phone,
                   b.locked_until, b.email, b.attach_audio, b.delete_after_mail, b.max_messages, b.max_seconds, b.max_minutes, b.created_at,
                   array(select e.number from voicemail_watcher w join extension e on e.tenant_id = w.tenant_id and e.id = w.extension_id
                          where w.tenant_id = b.tenant_id and w.box_id = b.id order by char_length(e.number), e.number) as watchers
              from voicemail_box b left join extension own on own.tenant_id = b.tenant_id and own.id = b.extension_id
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public VoicemailBoxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a box, without PIN and watchers.
     *
     * @param tenantId    the company
     * @param extensionId whose box it is; null for a shared one
     * @param draft       a checked draft with number and name
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException when the number is taken ({@code voicemail_box_number_key}), or the
     *         extension has a box ({@code voicemail_box_extension_key})
     */
    public UUID insert(UUID tenantId, UUID extensionId, VoicemailBoxDraft draft) {
        return settings(jdbc.sql("""
                insert into voicemail_box (tenant_id, number, name, extension_id, language, pin_from_own_phone, email, attach_audio,
                                           delete_after_mail, max_messages, max_seconds, max_minutes)
                values (:tenantId, :number, :name, :extensionId, :language, :pinFromOwnPhone, :email, :attachAudio,
                        :deleteAfterMail, :maxMessages, :maxSeconds, :maxMinutes) returning id"""), extensionId, draft)
                .param("tenantId", tenantId)
                .query(UUID.class)
                .single();
    }

    /**
     * Changes a box's settings, but not its PIN and watchers.
     *
     * @param id          the box
     * @param extensionId whose box it is; null for a shared one
     * @param draft       a checked draft with number and name
     * @return whether there is one
     * @throws org.springframework.dao.DuplicateKeyException when the number is taken ({@code voicemail_box_number_key}), or the
     *         extension has a box ({@code voicemail_box_extension_key})
     */
    public boolean update(UUID id, UUID extensionId, VoicemailBoxDraft draft) {
        return settings(jdbc.sql("""
                update voicemail_box
                   set number = :number, name = :name, extension_id = :extensionId, language = :language, pin_from_own_phone = :pinFromOwnPhone,
                       email = :email, attach_audio = :attachAudio, delete_after_mail = :deleteAfterMail, max_messages = :maxMessages,
                       max_seconds = :maxSeconds, max_minutes = :maxMinutes
                 where id = :id"""), extensionId, draft)
                .param("id", id)
                .update() == 1;
    }

    /**
     * Sets who else sees the lamp and listens.
     *
     * @param box        the box
     * @param extensions numbers; those that are no extensions are left out
     */
    public void setWatchers(UUID box, Collection<String> extensions) {
        String[] numbers = extensions.toArray(String[]::new);
        jdbc.sql("""
                delete from voicemail_watcher w using extension e
                 where w.box_id = :box and e.tenant_id = w.tenant_id and e.id = w.extension_id and e.number <> all (:numbers)""")
                .param("box", box).param("numbers", numbers).update();
        jdbc.sql("""
                insert into voicemail_watcher (tenant_id, box_id, extension_id)
                select b.tenant_id, b.id, e.id from voicemail_box b join extension e on e.tenant_id = b.tenant_id
                 where b.id = :box and e.number = any (:numbers)
                on conflict do nothing""")
                .param("box", box).param("numbers", numbers).update();
    }

    /**
     * Sets a PIN, and opens the box where it was locked.
     *
     * @param id     the box
     * @param digest made by the password encoder
     */
    public void updatePin(UUID id, String digest) {
        jdbc.sql("update voicemail_box set pin_hash = :digest, failed_pins = 0, locked_until = null where id = :id")
                .param("id", id).param("digest", digest).update();
    }

    /**
     * Opens a box that wrong PINs have locked.
     *
     * @param id the box
     */
    public void unlock(UUID id) {
        jdbc.sql("update voicemail_box set failed_pins = 0, locked_until = null where id = :id").param("id", id).update();
    }

    /**
     * Deletes a box with its messages.
     *
     * @param id the box
     * @return whether there was one
     * @throws org.springframework.dao.DataIntegrityViolationException when a call can still be led to it
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from voicemail_box where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds a box by its number.
     *
     * @param number the number
     * @return the box, or empty
     */
    public Optional<VoicemailBox> find(String number) {
        return jdbc.sql(SELECT + "where b.number = :number").param("number", number).query(VoicemailBoxRepository::box).optional();
    }

    /**
     * Finds a box by its number, and keeps others from changing it until the transaction ends.
     *
     * @param number the number
     * @return the box, or empty
     */
    public Optional<VoicemailBox> findForUpdate(String number) {
        return jdbc.sql(SELECT + "where b.number = :number for update of b").param("number", number).query(VoicemailBoxRepository::box).optional();
    }

    /**
     * Finds an extension's own box.
     *
     * @param extension the extension's number
     * @return the box, or empty
     */
    public Optional<VoicemailBox> ofExtension(String extension) {
        return jdbc.sql(SELECT + "where own.number = :extension").param("extension", extension).query(VoicemailBoxRepository::box).optional();
    }

    /**
     * The boxes that a user may listen to: those of their extensions, and those that these watch.
     *
     * @param userId the user
     * @return in the order of their numbers; empty when there are none
     */
    public List<VoicemailBox> ofUser(UUID userId) {
        return jdbc.sql(SELECT + """
                where exists (select from extension mine
                               where mine.tenant_id = b.tenant_id and mine.user_id = :userId
                                 and (mine.id = b.extension_id
                                      or exists (select from voicemail_watcher w
                                                  where w.tenant_id = b.tenant_id and w.box_id = b.id and w.extension_id = mine.id)))
                order by char_length(b.number), b.number""")
                .param("userId", userId)
                .query(VoicemailBoxRepository::box)
                .list();
    }

    /**
     * Lists boxes, shorter numbers first, then in numeric order.
     *
     * @param search part of a name or begin of a number; empty finds all
     * @param after  number after which to begin; empty begins at the first
     * @param limit  most rows to give
     * @return the boxes
     */
    public List<VoicemailBox> list(String search, String after, int limit) {
        return jdbc.sql(SELECT + """
                where (char_length(b.number), b.number) > (char_length(:after), :after)
                  and (:search = '' or starts_with(b.number, :search) or strpos(lower(b.name), lower(:search)) > 0)
                order by char_length(b.number), b.number limit :limit""")
                .param("after", after)
                .param("search", search)
                .param("limit", limit)
                .query(VoicemailBoxRepository::box)
                .list();
    }

    /**
     * How many boxes there are.
     *
     * @return the count
     */
    public int count() {
        return jdbc.sql("select count(*) from voicemail_box").query(Integer.class).single();
    }

    /**
     * A number that a new shared box can have: free among the boxes and the extensions.
     *
     * @return a number; 200 where nothing is taken
     */
    public String nextFreeNumber() {
        return jdbc.sql("""
                select min(candidate)::text from generate_series(200, 9999) as candidate
                 where not exists (select from voicemail_box b where b.number = candidate::text)
                   and not exists (select from flow_node n where n.number = candidate::text)""")
                .query(String.class)
                .optional().orElse("");
    }

    private static StatementSpec settings(StatementSpec statement, UUID extensionId, VoicemailBoxDraft draft) {
        return statement.param("number", draft.number())
                .param("name", draft.name())
                .param("extensionId", extensionId)
                .param("language", draft.language())
                .param("pinFromOwnPhone", draft.pinFromOwnPhone())
                .param("email", draft.email())
                .param("attachAudio", draft.attachAudio())
                .param("deleteAfterMail", draft.deleteAfterMail())
                .param("maxMessages", draft.maxMessages())
                .param("maxSeconds", draft.maxSeconds())
                .param("maxMinutes", draft.maxMinutes());
    }

    private static VoicemailBox box(ResultSet row, int number) throws SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        return new VoicemailBox(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("number"),
                row.getString("name"), row.getString("extension"), List.of((String[]) row.getArray("watchers").getArray()), row.getString("language"),
                row.getBoolean("has_pin"), row.getBoolean("pin_from_own_phone"), lockedUntil == null ? null : lockedUntil.toInstant(),
                row.getString("email"), row.getBoolean("attach_audio"), row.getBoolean("delete_after_mail"), row.getInt("max_messages"),
                row.getInt("max_seconds"), row.getInt("max_minutes"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
