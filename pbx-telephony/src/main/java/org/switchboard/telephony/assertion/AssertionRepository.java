package org.switchboard.telephony.assertion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.switchboard.telephony.route.IfRung;

/** SQL of the assertions. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class AssertionRepository {

    private static final String COLUMNS = """
            id, tenant_id, name, number, caller, at, digits, if_rung, expect_kind, expect_name, pass_kinds, pass_names, holds, end_kind,
            end_name, checked_at, created_at""";

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public AssertionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the running transaction has changed what routing goes by, in a company that has assertions.
     *
     * @return true when they must be asked before it is committed
     */
    public boolean mustBeAsked() {
        return jdbc.sql("select coalesce(current_setting('pbx.plan_changed', true), '') = 'on' and exists (select from routing_assertion)")
                .query(Boolean.class).single();
    }

    /**
     * Adds an assertion.
     *
     * @param wanted the assertion, its question in the form in which it is kept; its id and times are not looked at
     * @return the assertion as stored
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code routing_assertion_name_key})
     */
    public RoutingAssertion insert(RoutingAssertion wanted) {
        return bound("""
                insert into routing_assertion (tenant_id, name, number, caller, at, digits, if_rung, expect_kind, expect_name, pass_kinds,
                                               pass_names, holds, end_kind, end_name, checked_at)
                values (:tenantId, :name, :number, :caller, :at, :digits, :ifRung, :expectKind, :expectName, :passKinds, :passNames,
                        false, null, null, now())
                returning\s""" + COLUMNS, wanted).param("tenantId", wanted.tenantId()).query(AssertionRepository::assertion).single();
    }

    /**
     * Changes an assertion, but not what came of it.
     *
     * @param wanted the assertion, its question in the form in which it is kept
     * @return the assertion as stored, or empty when there is none
     * @throws org.springframework.dao.DuplicateKeyException when the name is taken ({@code routing_assertion_name_key})
     */
    public Optional<RoutingAssertion> update(RoutingAssertion wanted) {
        return bound("""
                update routing_assertion
                   set name = :name, number = :number, caller = :caller, at = :at, digits = :digits, if_rung = :ifRung,
                       expect_kind = :expectKind, expect_name = :expectName, pass_kinds = :passKinds, pass_names = :passNames
                 where id = :id returning\s""" + COLUMNS, wanted).param("id", wanted.id()).query(AssertionRepository::assertion).optional();
    }

    /**
     * Keeps what came of an assertion.
     *
     * @param id        the assertion
     * @param holds     whether it holds
     * @param end       where the way ends; null when the question cannot be asked
     * @param checkedAt when it was asked
     */
    public void store(UUID id, boolean holds, RoutePoint end, Instant checkedAt) {
        jdbc.sql("update routing_assertion set holds = :holds, end_kind = :kind, end_name = :name, checked_at = :at where id = :id")
                .param("id", id).param("holds", holds)
                .param("kind", end == null ? null : end.kind()).param("name", end == null ? null : end.name())
                .param("at", checkedAt.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * Deletes an assertion.
     *
     * @param id the assertion
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from routing_assertion where id = :id").param("id", id).update() == 1;
    }

    /**
     * Finds an assertion.
     *
     * @param id the assertion
     * @return the assertion, or empty
     */
    public Optional<RoutingAssertion> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from routing_assertion where id = :id").param("id", id)
                .query(AssertionRepository::assertion).optional();
    }

    /**
     * All assertions.
     *
     * @return by name
     */
    public List<RoutingAssertion> all() {
        return jdbc.sql("select " + COLUMNS + " from routing_assertion order by name").query(AssertionRepository::assertion).list();
    }

    /**
     * The assertions that did not hold when they were asked last.
     *
     * @return by name
     */
    public List<RoutingAssertion> broken() {
        return jdbc.sql("select " + COLUMNS + " from routing_assertion where not holds order by name").query(AssertionRepository::assertion).list();
    }

    private JdbcClient.StatementSpec bound(String sql, RoutingAssertion wanted) {
        return jdbc.sql(sql)
                .param("name", wanted.name()).param("number", wanted.number()).param("caller", wanted.caller())
                .param("at", wanted.at() == null ? null : wanted.at().atOffset(ZoneOffset.UTC))
                .param("digits", wanted.digits()).param("ifRung", wanted.ifRung().value())
                .param("expectKind", wanted.expect().kind()).param("expectName", wanted.expect().name())
                .param("passKinds", wanted.passes().stream().map(RoutePoint::kind).toArray(String[]::new))
                .param("passNames", wanted.passes().stream().map(RoutePoint::name).toArray(String[]::new));
    }

    private static RoutingAssertion assertion(ResultSet row, int number) throws SQLException {
        var endKind = row.getString("end_kind");
        var state = new RoutingAssertion.State(row.getBoolean("holds"),
                endKind == null ? null : new RoutePoint(endKind, row.getString("end_name")), instant(row, "checked_at"));
        return new RoutingAssertion(row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("name"),
                row.getString("number"), row.getString("caller"), instant(row, "at"), row.getString("digits"),
                IfRung.of(row.getString("if_rung")), new RoutePoint(row.getString("expect_kind"), row.getString("expect_name")), passes(row),
                state, instant(row, "created_at"));
    }

    private static List<RoutePoint> passes(ResultSet row) throws SQLException {
        var kinds = (String[]) row.getArray("pass_kinds").getArray();
        var names = (String[]) row.getArray("pass_names").getArray();
        var passes = new ArrayList<RoutePoint>();
        for (var i = 0; i < kinds.length; i++) {
            passes.add(new RoutePoint(kinds[i], names[i]));
        }
        return passes;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
