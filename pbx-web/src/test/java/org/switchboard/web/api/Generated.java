package org.switchboard.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes good and bad values from schemas. */
final class Generated {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final AtomicInteger COUNTER = new AtomicInteger(1000);

    // Texts to try where a pattern has to be met; the description itself says which one does.
    private static final List<Supplier<String>> TEXTS = List.of(
            () -> "Name " + COUNTER.incrementAndGet(),
            () -> "n" + COUNTER.incrementAndGet() + "@generated.example",
            () -> "g" + COUNTER.incrementAndGet() + "-slug",
            () -> Integer.toString(COUNTER.incrementAndGet() % 90_000 + 10_000),
            () -> "en");

    private final Description description;

    Generated(Description description) {
        this.description = description;
    }

    /**
     * A value that must be refused.
     *
     * @param what  in words
     * @param field the field that the answer has to name
     * @param body  the whole body
     */
    record Bad(String what, String field, ObjectNode body) {
    }

    /**
     * Bodies that must be accepted: the least, everything, everything else, all nulls, the longest texts. Fields that depend on
     * each other are described by an example of the whole body, and are always as they are there.
     */
    List<ObjectNode> goodBodies(JsonNode schema) {
        List<ObjectNode> bodies = List.of(
                body(schema, property -> isRequired(schema, property), property -> first(values(property))),
                body(schema, property -> true, property -> first(values(property))),
                body(schema, property -> true, property -> values(property).getLast()),
                body(schema, property -> true, property -> accepts(property, "null") ? JSON.nullNode() : first(values(property))),
                body(schema, property -> isRequired(schema, property), this::longest));
        schema.path("example").properties().forEach(together -> bodies.forEach(body -> body.set(together.getKey(), together.getValue())));
        return bodies;
    }

    /** Bodies with one thing wrong each. */
    List<Bad> badBodies(JsonNode schema) {
        List<Bad> bad = new ArrayList<>();
        Supplier<ObjectNode> good = () -> goodBodies(schema).getFirst();
        bad.add(new Bad("unknown field", "zzz", good.get().put("zzz", 1)));
        schema.path("properties").properties().forEach(entry -> {
            String field = entry.getKey();
            JsonNode property = entry.getValue();
            if (isRequired(schema, property)) {
                ObjectNode without = good.get();
                without.remove(field);
                bad.add(new Bad("missing", field, without));
                bad.add(new Bad("null", field, good.get().putNull(field)));
            }
            Stream.of(JSON.stringNode("zzz zzz"), JSON.numberNode(7), JSON.booleanNode(true), JSON.objectNode(), JSON.arrayNode(), JSON.numberNode(1.5),
                            JSON.numberNode(Long.MAX_VALUE), JSON.stringNode(""), JSON.stringNode("a\nb"), JSON.stringNode("\u0000"), JSON.stringNode("x".repeat(300)))
                    .filter(value -> !description.complaints(property, value).isEmpty())
                    .forEach(value -> bad.add(new Bad("not " + shortened(value), field, (ObjectNode) good.get().set(field, value))));
        });
        return bad;
    }

    /** Values of a parameter or a field that must be accepted, at least one. */
    List<JsonNode> values(JsonNode property) {
        if (property.has("example")) {
            return List.of(property.path("example"));
        }
        if (property.has("enum")) {
            return property.path("enum").valueStream().filter(value -> !value.isNull()).toList();
        }
        if (accepts(property, "integer")) {
            return Stream.of("minimum", "maximum").filter(property::has).map(property::path).toList();
        }
        if (accepts(property, "boolean")) {
            return List.of(JSON.booleanNode(false), JSON.booleanNode(true));
        }
        if (property.path("format").asString().equals("date-time")) {
            return List.of(JSON.stringNode("2026-11-01T00:00:00Z"));
        }
        if (property.path("format").asString().equals("date")) {
            return List.of(JSON.stringNode("2026-11-01"));
        }
        if (property.path("format").asString().equals("uuid") && accepts(property, "null")) {
            // An id of something that exists cannot be made up.
            return List.of(JSON.nullNode());
        }
        if (property.path("format").asString().equals("uuid")) {
            // Stands for one that the test puts in.
            return List.of(JSON.stringNode("00000000-0000-0000-0000-000000000000"));
        }
        if (property.has("items")) {
            return List.of(JSON.arrayNode().add(first(values(property.path("items")))));
        }
        JsonNode text = TEXTS.stream().map(Supplier::get).<JsonNode>map(JSON::stringNode)
                .filter(candidate -> description.complaints(property, candidate).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text is known that meets " + property));
        return List.of(text);
    }

    private JsonNode longest(JsonNode property) {
        JsonNode usual = first(values(property));
        int longest = property.path("maxLength").asInt(0);
        if (!usual.isString() || longest == 0) {
            return usual;
        }
        JsonNode filled = JSON.stringNode("가".repeat(longest - usual.asString().length()) + usual.asString());
        return description.complaints(property, filled).isEmpty() ? filled : usual;
    }

    private ObjectNode body(JsonNode schema, Predicate<JsonNode> wanted, UnaryOperator<JsonNode> value) {
        ObjectNode body = JSON.objectNode();
        schema.path("properties").properties().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .forEach(entry -> body.set(entry.getKey(), value.apply(entry.getValue())));
        return body;
    }

    // In a schema "required" lists names; a property is found there by being the very node that has the name.
    private static boolean isRequired(JsonNode schema, JsonNode property) {
        return schema.path("required").valueStream().anyMatch(name -> schema.path("properties").path(name.asString()) == property);
    }

    private static boolean accepts(JsonNode property, String type) {
        JsonNode types = property.path("type");
        return types.isArray() ? types.valueStream().anyMatch(one -> one.asString().equals(type)) : types.asString().equals(type);
    }

    private static JsonNode first(List<JsonNode> values) {
        return values.getFirst();
    }

    private static String shortened(JsonNode value) {
        String text = JsonMapper.shared().writeValueAsString(value);
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }
}
