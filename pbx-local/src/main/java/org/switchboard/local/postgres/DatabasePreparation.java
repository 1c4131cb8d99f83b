package org.switchboard.local.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.switchboard.local.Refusal;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;

/** Brings a database to the present schema and lets the roles that the schema made sign in. */
public final class DatabasePreparation {

    private final Settings settings;
    private final Secrets secrets;

    /**
     * @param settings which database
     * @param secrets passwords of owner and roles
     */
    public DatabasePreparation(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The owner's password: given with another database, generated for ours. */
    public String ownerPassword() {
        return settings.externalDatabase() ? settings.databaseOwnerPassword() : secrets.databaseOwner();
    }

    /**
     * Migrates, then gives the roles their passwords; does nothing that is done already.
     *
     * @return how many migrations were run
     */
    public int run() {
        try {
            int count = Flyway.configure().dataSource(settings.jdbcUrl(), settings.databaseOwner(), ownerPassword())
                    .locations("classpath:db/migration").load().migrate().migrationsExecuted;
            allowRoles();
            return count;
        } catch (FlywayException | SQLException e) {
            throw new Refusal("The database " + settings.jdbcUrl() + " could not be prepared as user "
                    + settings.databaseOwner() + " (" + firstLine(e) + "): check PBX_DB_URL, its user and its rights.", e);
        }
    }

    private void allowRoles() throws SQLException {
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.databaseOwner(), ownerPassword());
                var quote = connection.prepareStatement("SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', ?, ?)");
                var alter = connection.createStatement()) {
            for (var role : Map.of("pbx_web", secrets.databaseWeb(), "pbx_engine", secrets.databaseEngine(),
                    "pbx_asterisk", secrets.databaseAsterisk()).entrySet()) {
                quote.setString(1, role.getKey());
                quote.setString(2, role.getValue());
                try (var rows = quote.executeQuery()) {
                    rows.next();
                    alter.execute(rows.getString(1));
                }
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
