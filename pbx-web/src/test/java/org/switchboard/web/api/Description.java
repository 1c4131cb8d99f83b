package org.switchboard.web.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The published description, as something to check requests and answers against. */
final class Description {

    private static final String SCHEMAS = "/components/schemas/";

    private final ObjectNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Each place of the document is read once; there are hundreds of answers to each. */
    private final Map<JsonNode, Schema> read = new IdentityHashMap<>();

    Description(JsonNode document) {
        this.document = (ObjectNode) document.deepCopy();
        // What the description does not mention must not come either. Here and not in public: readers must allow for fields to come.
        this.document.at("/components/schemas").forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    /**
     * One operation.
     *
     * @param method HTTP method
     * @param path   path under {@code /api/v1} with its variables in braces
     * @param node   its description
     */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString();
        }

        List<JsonNode> parameters(String in) {
            return node.path("parameters").valueStream().filter(parameter -> parameter.path("in").asString().equals(in)).toList();
        }

        boolean hasBody() {
            return node.has("requestBody");
        }

        /** Whether it takes files and no JSON; what it does with them is tested where files can be made. */
        boolean takesOnlyAForm() {
            return hasBody() && !node.at("/requestBody/content").has("application/json");
        }

        /** The one status that says that it worked. */
        int success() {
            return node.path("responses").propertyNames().stream().filter(status -> status.startsWith("2")).mapToInt(Integer::parseInt)
                    .boxed().toList().getFirst();
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation ->
                all.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey().substring("/api/v1".length()),
                        operation.getValue()))));
        return all;
    }

    /** The schema of an operation's JSON body, references followed. */
    JsonNode bodySchema(Operation operation) {
        return followed(operation.node().at("/requestBody/content/application~1json/schema"));
    }

    JsonNode followed(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    JsonNode problemSchema() {
        return document.at(SCHEMAS + "Problem");
    }

    /**
     * Says what is wrong with an answer.
     *
     * @return empty when status, content type and body are as described
     */
    List<String> complaints(Operation operation, Api.Reply reply) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(reply.status()));
        if (response.isMissingNode()) {
            return List.of("status " + reply.status() + " is not described: " + reply.http().body());
        }
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            return reply.http().body().isEmpty() ? List.of() : List.of("a body that is not described: " + reply.http().body());
        }
        String type = reply.header("Content-Type").replaceAll(";.*", "");
        JsonNode described = content.properties().stream().filter(entry -> entry.getKey().replaceAll(";.*", "").equals(type))
                .map(entry -> entry.getValue().path("schema")).findFirst().orElse(null);
        if (described == null) {
            return List.of("content type " + type + " is not described");
        }
        return reply.body() == null ? List.of() : complaints(described, reply.body());
    }

    List<String> complaints(JsonNode schema, JsonNode value) {
        return read.computeIfAbsent(schema, this::read)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream().map(Error::toString).toList();
    }

    private Schema read(JsonNode schema) {
        ObjectNode whole = document.objectNode();
        whole.set("components", document.path("components"));
        whole.setAll((ObjectNode) schema.deepCopy());
        return registry.getSchema(whole);
    }
}
