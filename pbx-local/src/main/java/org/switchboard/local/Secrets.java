package org.switchboard.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The passwords by which the parts know each other: random, made once per data folder, readable by its owner only.
 */
public final class Secrets {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final String EXTERNAL_OWNER = "db.external.owner";

    private final Path file;
    private final Properties values;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** The secrets kept in {@code file}; a secret that is not there yet is made when first asked for. */
    public static Secrets in(Path file) {
        var values = new Properties();
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(file, values);
    }

    /** PostgreSQL's superuser; used by the launcher alone. */
    public String databaseSuperuser() {
        return get("db.superuser");
    }

    /** Owner of schema and tables; runs migrations. */
    public String databaseOwner() {
        return get("db.owner");
    }

    /** Role {@code pbx_web}. */
    public String databaseWeb() {
        return get("db.web");
    }

    /** Role {@code pbx_engine}. */
    public String databaseEngine() {
        return get("db.engine");
    }

    /** Role {@code pbx_asterisk}. */
    public String databaseAsterisk() {
        return get("db.asterisk");
    }

    /** Asterisk's REST interface. */
    public String ari() {
        return get("ari");
    }

    /** Asterisk's manager interface. */
    public String ami() {
        return get("ami");
    }

    /** Key store of the SIP certificate while it is made. */
    public String keyStore() {
        return get("keystore");
    }

    /** Password of another database's owner as it was given last; empty when none ever was. */
    public String externalDatabaseOwner() {
        return values.getProperty(EXTERNAL_OWNER, "");
    }

    /** Keeps the password of another database's owner, so that later commands need not be told again. */
    public synchronized void rememberExternalDatabaseOwner(String password) {
        values.setProperty(EXTERNAL_OWNER, password);
        save();
    }

    private synchronized String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            value = random.ints(LENGTH, 0, ALPHABET.length())
                    .mapToObj(i -> String.valueOf(ALPHABET.charAt(i))).collect(Collectors.joining());
            values.setProperty(name, value);
            save();
        }
        return value;
    }

    private void save() {
        var text = new StringWriter();
        try {
            // Properties escape what a given password may contain.
            values.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Layout.writePrivate(file, text.toString());
    }
}
