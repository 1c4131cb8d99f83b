package org.switchboard.telephony.voicemail;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.switchboard.local.LocalStack;
import org.switchboard.local.phone.SipAccount;

/** A company of a test with extensions, devices and boxes, written as the database's owner. */
final class VoicemailCompany {

    private final LocalStack stack;
    private final JdbcClient owner;
    private final UUID id = UUID.randomUUID();

    VoicemailCompany(LocalStack stack, String slug) {
        this.stack = stack;
        this.owner = JdbcClient.create(new DriverManagerDataSource(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword()));
        owner.sql("insert into tenant (id, slug, name) values (:id, :slug, :slug)").param("id", id).param("slug", slug).update();
    }

    UUID id() {
        return id;
    }

    JdbcClient owner() {
        return owner;
    }

    /** An extension with a device. */
    SipAccount extension(String number, String name) {
        owner.sql("insert into extension (tenant_id, number, name) values (:id, :number, :name)")
                .param("id", id).param("number", number).param("name", name).update();
        String username = ThreadLocalRandom.current().ints(16, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        owner.sql("""
                insert into device (tenant_id, extension_id, name, sip_username, ha1)
                select tenant_id, id, 'Desk', :username, md5(:username || ':switchboard:secret') from extension
                 where tenant_id = :id and number = :number""")
                .param("id", id).param("number", number).param("username", username).update();
        return new SipAccount(username, "secret", "127.0.0.1", stack.settings().sipPort());
    }

    /** The box of an extension. */
    void boxOf(String number) {
        owner.sql("""
                insert into voicemail_box (tenant_id, number, name, extension_id)
                select tenant_id, number, name, id from extension where tenant_id = :id and number = :number""")
                .param("id", id).param("number", number).update();
    }

    /** A shared box whose lamp an extension has. */
    void sharedBox(String number, String watcher) {
        owner.sql("insert into voicemail_box (tenant_id, number, name) values (:id, :number, 'Sales')").param("id", id).param("number", number).update();
        owner.sql("""
                insert into voicemail_watcher (tenant_id, box_id, extension_id)
                select b.tenant_id, b.id, e.id from voicemail_box b join extension e on e.tenant_id = b.tenant_id and e.number = :watcher
                 where b.tenant_id = :id and b.number = :number""")
                .param("id", id).param("number", number).param("watcher", watcher).update();
    }

    /** A message of 10 seconds, as Asterisk would store it. */
    void message(String number, int msgnum) {
        store(number, "INBOX", msgnum, new byte[0]);
    }

    /** A greeting. */
    void greeting(String number, Path voicemail, byte[] wav) {
        owner.sql("insert into voicemessages (dir, msgnum, recording, mailboxuser, mailboxcontext) values (:dir, -1, :wav, :number, :context)")
                .param("dir", voicemail + "/" + id + "/" + number + "/unavail").param("wav", wav).param("number", number)
                .param("context", id.toString()).update();
    }

    private void store(String number, String folder, int msgnum, byte[] wav) {
        owner.sql("""
                insert into voicemessages (dir, msgnum, recording, context, callerid, origtime, duration, mailboxuser, mailboxcontext, msg_id)
                values (:dir, :msgnum, :wav, 'pbx-voicemail', '"Carol" <103>', 1795417141, 10, :number, :context, :msgId)""")
                .param("dir", stack.layout().asterisk() + "/spool/voicemail/" + id + "/" + number + "/" + folder).param("msgnum", msgnum)
                .param("wav", wav).param("number", number).param("context", id.toString()).param("msgId", "test-" + number + "-" + msgnum).update();
    }

    /** How many messages are in a folder of a box. */
    int count(String number, String folder) {
        return owner.sql("select count(*) from voicemail_message where tenant_id = :id and mailboxuser = :number and folder = :folder")
                .param("id", id).param("number", number).param("folder", folder).query(Integer.class).single();
    }

    /** The newest recording of a box. */
    byte[] recording(String number) {
        return owner.sql("select recording from voicemail_message where tenant_id = :id and mailboxuser = :number order by row_id desc limit 1")
                .param("id", id).param("number", number).query(byte[].class).single();
    }
}
