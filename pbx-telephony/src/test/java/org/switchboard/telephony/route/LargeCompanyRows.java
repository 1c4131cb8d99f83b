package org.switchboard.telephony.route;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.switchboard.local.LocalStack;

/** The rows of a company as large as {@link LargeCompany}. */
final class LargeCompanyRows {

    private static final String INSERT = """
            set pbx.operator = 'on';
            insert into tenant (id, slug, name, country) values ('%1$s', 'large', 'Large', 'KR');
            set pbx.tenant = '%1$s';
            insert into extension (tenant_id, number, name) select '%1$s', (9999 + i)::text, 'Name ' || i from generate_series(1, %2$d) i;
            insert into device (tenant_id, extension_id, name, sip_username, ha1)
              select tenant_id, id, 'desk', 'device' || lpad(number, 10, '0'), md5(number) from extension where tenant_id = '%1$s';
            insert into prompt (tenant_id, id, name, origin, seconds, audio_at) values ('%1$s', '%1$s', 'Prompt', 'upload', 1, now());
            insert into menu (tenant_id, name, prompt_id, direct_dial) select '%1$s', 'Menu ' || i, '%1$s', true from generate_series(1, %3$d) i;
            insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id)
              select m.tenant_id, m.id, 'key_' || key, 'menu', m.id from menu m, generate_series(0, 8) key where m.tenant_id = '%1$s';
            insert into phone_number (tenant_id, number) select '%1$s', '+8227' || lpad(i::text, 7, '0') from generate_series(1, %4$d) i;
            insert into flow_exit (tenant_id, node_id, exit, to_kind, to_node_id)
              select n.tenant_id, n.id, 'to', 'menu', (select id from menu where tenant_id = n.tenant_id limit 1)
                from phone_number n where n.tenant_id = '%1$s';
            analyze;
            """;

    private LargeCompanyRows() {
    }

    static Set<UUID> insert(LocalStack stack) {
        var id = UUID.randomUUID();
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), stack.settings().databaseOwner(), stack.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(INSERT.formatted(id, LargeCompany.EXTENSIONS, LargeCompany.MENUS, LargeCompany.NUMBERS));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Set.of(id);
    }

    static DataSource engine(LocalStack stack) {
        var database = new PGSimpleDataSource();
        database.setUrl(stack.jdbcUrl());
        database.setUser("pbx_engine");
        database.setPassword(stack.secrets().databaseEngine());
        return database;
    }
}
