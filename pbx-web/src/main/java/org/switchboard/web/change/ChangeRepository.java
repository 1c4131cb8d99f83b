package org.switchboard.web.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the record of changes. Runs inside a transaction of a tenant's scope, and sees that tenant's rows only. */
@Repository
public class ChangeRepository {

    // Of a way out the row has only ids; people want to read where it begins and leads.
    private static final String COLUMNS = """
            id, changed_at, changed_by, thing, thing_id, action, before, after,
            coalesce((select name from agent where thing = 'queue_agent' and id = (coalesce(after, before) ->> 'agent_id')::uuid),
                     (select name from skill where thing in ('queue_skill', 'agent_skill') and id = (coalesce(after, before) ->> 'skill_id')::uuid)) as part,
            (select name from flow_node where id = (coalesce(after, before) ->> 'node_id')::uuid) as way_from,
            (select name from flow_node where id = (before ->> 'to_node_id')::uuid) as way_before,
            (select name from flow_node where id = (after ->> 'to_node_id')::uuid) as way_after""";

    private static final String WAY_OUT = "flow_exit";

    // Keys that mean nothing to people; what they point at has a name of its own.
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("id", "tenant_id", "extension_id", "created_at", "user_id");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     * @param json reads the rows as they were
     */
    public ChangeRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Lists changes, newest first.
     *
     * @param before id of the change after which (that is: before which in time) to go on; null begins at the newest
     * @param limit  most rows to give
     * @return the changes
     */
    public List<Change> list(UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from config_change
                where (:before::uuid is null
                       or (changed_at, id) < (select changed_at, id from config_change where id = :before::uuid))
                order by changed_at desc, id desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    /**
     * The newest changes of some things and of what they consist of: their ways out, members and rows.
     *
     * @param things their ids; empty gives no change
     * @param limit  most rows to give
     * @return the changes, newest first
     */
    public List<Change> of(Collection<UUID> things, int limit) {
        if (things.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from config_change where thing_id in (:things) or part_of in (:things) order by changed_at desc, id desc limit :limit")
                .param("things", things)
                .param("limit", limit)
                .query(this::change)
                .list();
    }

    private Change change(ResultSet row, int number) throws SQLException {
        JsonNode before = tree(row.getString("before"));
        JsonNode after = tree(row.getString("after"));
        String action = row.getString("action");
        if (row.getString("thing").equals(WAY_OUT)) {
            return wayOut(row, before, after);
        }
        return new Change(row.getObject("id", UUID.class), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"), row.getString("thing"), row.getObject("thing_id", UUID.class),
                row.getString("part") == null ? label(after.isEmpty() ? before : after) : row.getString("part"), action, action.equals("update") ? differences(before, after) : List.of());
    }

    private static Change wayOut(ResultSet row, JsonNode before, JsonNode after) throws SQLException {
        JsonNode one = after.isEmpty() ? before : after;
        String from = row.getString("way_from");
        return new Change(row.getObject("id", UUID.class), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"), WAY_OUT, row.getObject("thing_id", UUID.class), from == null ? "" : from, row.getString("action"),
                List.of(new Change.Field("exit." + one.path("exit").asString(""), leads(before, row.getString("way_before")),
                        leads(after, row.getString("way_after")))));
    }

    private static String leads(JsonNode way, String name) {
        return name == null ? text(way.path("to_value")) : name;
    }

    private JsonNode tree(String stored) {
        return stored == null ? json.createObjectNode() : json.readTree(stored);
    }

    private static String label(JsonNode thing) {
        for (String column : List.of("number", "email", "name")) {
            if (thing.hasNonNull(column)) {
                return thing.get(column).asString();
            }
        }
        return "";
    }

    private static List<Change.Field> differences(JsonNode before, JsonNode after) {
        List<Change.Field> fields = new ArrayList<>();
        after.forEachEntry((name, now) -> {
            JsonNode then = before.path(name);
            if (!now.equals(then) && !NOT_FOR_PEOPLE.contains(name)) {
                fields.add(new Change.Field(name, text(then), text(now)));
            }
        });
        return fields;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(ChangeRepository::text).collect(Collectors.joining(", "));
        }
        return value.isNull() || value.isMissingNode() ? "" : value.isContainer() ? value.toString() : value.asString();
    }
}
