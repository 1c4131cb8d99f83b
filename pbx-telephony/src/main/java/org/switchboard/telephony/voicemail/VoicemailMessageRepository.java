package org.switchboard.telephony.voicemail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL of the messages and greetings. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only.
 *
 * <p>While somebody listens by phone a message can have two rows of the same id for a moment: Asterisk copies it to another folder
 * and deletes it from the first at the end of the call. The newer row counts.
 */
@Repository
public class VoicemailMessageRepository {

    private static final String MESSAGES = """
            (select distinct on (id) id, box_id, callerid, origtime, duration, folder not in ('INBOX', 'Urgent') as heard, mail
               from voicemail_message
              where box_id in (:boxes) and folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends')
              order by id, row_id desc) as message
            """;

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public VoicemailMessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lists the messages of a box, newest first.
     *
     * @param box   the box
     * @param after id of the message after which to begin; null begins at the newest
     * @param limit most rows to give
     * @return the messages
     */
    public List<VoicemailMessage> list(UUID box, UUID after, int limit) {
        return jdbc.sql("select * from " + MESSAGES + """
                 where :after::uuid is null
                    or (origtime, id) < (select origtime, id from voicemail_message where box_id in (:boxes) and id = :after::uuid limit 1)
                 order by origtime desc, id desc limit :limit""")
                .param("boxes", List.of(box))
                .param("after", after)
                .param("limit", limit)
                .query(VoicemailMessageRepository::message)
                .list();
    }

    /**
     * Finds a message.
     *
     * @param box the box
     * @param id  the message
     * @return the message, or empty
     */
    public Optional<VoicemailMessage> find(UUID box, UUID id) {
        return jdbc.sql("select * from " + MESSAGES + " where id = :id")
                .param("boxes", List.of(box)).param("id", id).query(VoicemailMessageRepository::message).optional();
    }

    /**
     * The sound of a message.
     *
     * @param box the box
     * @param id  the message
     * @return a WAV file, or empty
     */
    public Optional<byte[]> audio(UUID box, UUID id) {
        return jdbc.sql("select recording from voicemail_message where box_id = :box and id = :id and recording is not null order by row_id desc limit 1")
                .param("box", box).param("id", id).query(byte[].class).optional();
    }

    /**
     * Files a message among the heard or the new ones.
     *
     * @param box   the box
     * @param id    the message
     * @param heard whether it has been heard
     * @throws org.springframework.dao.DuplicateKeyException when Asterisk took the same place at the same time; to be tried again
     */
    public void move(UUID box, UUID id, boolean heard) {
        jdbc.sql("""
                update voicemail_message m
                   set dir = place.dir,
                       msgnum = (select coalesce(max(taken.msgnum), -1) + 1 from voicemail_message taken where taken.dir = place.dir)
                  from (select row_id, regexp_replace(dir, '[A-Za-z]+$', :folder) as dir from voicemail_message
                         where box_id = :box and id = :id and (folder in ('INBOX', 'Urgent')) = :heard order by row_id desc limit 1) as place
                 where m.row_id = place.row_id""")
                .param("box", box).param("id", id).param("heard", heard).param("folder", heard ? "Old" : "INBOX").update();
    }

    /**
     * Deletes a message.
     *
     * @param box the box
     * @param id  the message
     * @return whether there was one
     */
    public boolean delete(UUID box, UUID id) {
        return jdbc.sql("delete from voicemail_message where box_id = :box and id = :id and folder in ('INBOX', 'Urgent', 'Old', 'Work', 'Family', 'Friends')")
                .param("box", box).param("id", id).update() > 0;
    }

    /**
     * What is in some boxes.
     *
     * @param boxes the boxes
     * @return by box; one that is empty is missing
     */
    public Map<UUID, VoicemailUse> use(Collection<UUID> boxes) {
        if (boxes.isEmpty()) {
            return Map.of();
        }
        record Row(UUID box, VoicemailUse use) {
        }
        return jdbc.sql("select box_id, count(*) filter (where not heard) as fresh, count(*) as messages, sum(duration) as seconds from " + MESSAGES
                        + " group by box_id")
                .param("boxes", boxes)
                .query((row, number) -> new Row(row.getObject("box_id", UUID.class),
                        new VoicemailUse(row.getInt("fresh"), row.getInt("messages"), row.getInt("seconds"))))
                .list().stream().collect(Collectors.toMap(Row::box, Row::use));
    }

    /**
     * The greeting that callers hear.
     *
     * @param box the box
     * @return a WAV file, or empty when the greeting is spoken by the system
     */
    public Optional<byte[]> greeting(UUID box) {
        return jdbc.sql("select recording from voicemail_message where box_id = :box and folder = 'unavail' and recording is not null")
                .param("box", box).query(byte[].class).optional();
    }

    /**
     * Replaces the greeting.
     *
     * @param box   the box
     * @param spool where Asterisk would have put it: folder of its voicemail, with a slash at the end
     * @param wav   16-bit mono WAV at 8 kHz
     */
    public void putGreeting(UUID box, String spool, byte[] wav) {
        jdbc.sql("""
                insert into voicemail_message (tenant_id, box_id, folder, dir, msgnum, recording, mailboxuser, mailboxcontext, origtime)
                select tenant_id, id, 'unavail', :spool || context || '/' || number || '/unavail', -1, :wav, number, context,
                       extract(epoch from now())::bigint
                  from voicemail_box where id = :box
                on conflict (dir, msgnum) do update set recording = excluded.recording, origtime = excluded.origtime""")
                .param("box", box).param("spool", spool).param("wav", wav).update();
    }

    /**
     * Removes the greeting; the system speaks again.
     *
     * @param box the box
     * @return whether there was one
     */
    public boolean deleteGreeting(UUID box) {
        return jdbc.sql("delete from voicemail_message where box_id = :box and folder = 'unavail'").param("box", box).update() > 0;
    }

    private static VoicemailMessage message(ResultSet row, int number) throws SQLException {
        CallerText caller = CallerText.of(row.getString("callerid"));
        return new VoicemailMessage(row.getObject("id", UUID.class), row.getObject("box_id", UUID.class), caller.number(), caller.name(),
                Instant.ofEpochSecond(row.getLong("origtime")), row.getInt("duration"), row.getBoolean("heard"), VoicemailMail.of(row.getString("mail")));
    }
}
