package org.switchboard.web.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.switchboard.telephony.agent.AgentSkill;
import org.switchboard.telephony.number.PhoneNumberDraft;
import org.switchboard.telephony.queue.QueueAlerts;
import org.switchboard.telephony.queue.QueueCallback;
import org.switchboard.telephony.queue.QueueLimits;
import org.switchboard.telephony.queue.QueueOffers;
import org.switchboard.telephony.queue.QueueRecording;
import org.switchboard.telephony.queue.QueueSkill;
import org.switchboard.telephony.queue.QueueSounds;
import org.switchboard.telephony.queue.QueueTier;
import org.switchboard.telephony.queue.ServiceGoal;
import org.switchboard.telephony.tenant.TenantDraft;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.UserDraft;

/**
 * Says of every schema exactly what the code does: a draft refuses unknown fields, null is its default, and every field of a
 * reply is there. For each draft there is a change, which is the draft with nothing required.
 */
final class SchemaRules implements OpenApiCustomizer {

    private static final String USER_DRAFT = UserDraft.class.getSimpleName();

    // What a thing keeps for ever, so that no change names it.
    private static final Map<String, String> FOR_EVER = Map.of(TenantDraft.class.getSimpleName(), "slug",
            PhoneNumberDraft.class.getSimpleName(), "number");
    private static final String DRAFT = "Draft";
    private static final String CHANGES = "Changes";

    // What no constraint says: an example that is accepted.
    private static final Map<String, Object> BUSY = Map.of("kind", "hangup", "value", "busy");
    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("timeZone", "Asia/Seoul"),
            Map.entry("hours", List.of(Map.of("day", "monday", "opens", "09:00", "closes", "18:00"))),
            Map.entry("days", List.of(Map.of("kind", "holiday", "name", "Christmas", "firstDay", "2026-12-25"))),
            Map.entry("atTime", "07:00"), Map.entry("recipients", List.of("lead@example.com")), Map.entry("code", "*28"), Map.entry("feedUrl", "https://calendar.example/holidays.ics"),
            Map.entry("open", BUSY), Map.entry("closed", BUSY), Map.entry("holiday", BUSY),
            Map.entry("pin", "847136"), Map.entry("watchers", List.of("101")), Map.entry("extension", "101"),
            Map.entry("country", "KR"), Map.entry("outsidePrefix", "9"), Map.entry("numbers", "02-123-4500 ~ 4599"), Map.entry("to", BUSY),
            Map.entry("host", "203.0.113.7"), Map.entry("addresses", List.of("203.0.113.0/28")), Map.entry("patterns", List.of("+82")),
            Map.entry("keys", Map.of("1", Map.of("kind", "extension", "number", "101"), "*", BUSY)),
            Map.entry("expect", Map.of("kind", "voicemail", "name", "200")), Map.entry("passes", List.of(Map.of("kind", "menu", "name", "Main menu"))),
            Map.entry("excluded", List.of("102")),
            Map.entry("members", List.of(Map.of("extension", "101", "delaySeconds", 5), Map.of("outsideNumber", "+82212345678"))),
            Map.entry("offers", Map.of("strategy", "longest_idle", "ringSeconds", 15, "wrapUpSeconds", 30)),
            Map.entry("limits", Map.of("maxLength", 50, "maxWaitSeconds", 1200, "joinWhen", "available")),
            Map.entry("sounds", Map.of("announcePosition", true, "announceSeconds", 45)),
            Map.entry("callback", Map.of("key", "5", "attempts", 2)), Map.entry("serviceLevel", Map.of("seconds", 30, "percent", 90)),
            Map.entry("alerts", Map.of("waiting", 5, "emails", List.of("lead@example.com"))), Map.entry("recording", Map.of("record", "always")),
            Map.entry("agents", List.of(Map.of("agent", "101", "tier", 1))), Map.entry("skills", List.of(Map.of("skill", "Korean", "level", 5))),
            Map.entry("tiers", List.of(Map.of("tier", 2, "opensAfterSeconds", 30))), Map.entry("supervisors", List.of()),
            Map.entry("traffic", Map.of("callsPerHour", List.of(12.5), "talkSeconds", 180)), Map.entry("callsPerHour", List.of(12.5)),
            Map.entry("agentsByHour", List.of(2, 3)),
            Map.entry("queues", List.of(Map.of("queue", "Support"))), Map.entry("queue", "Support"), Map.entry("digit", "3"),
            Map.entry("full", BUSY), Map.entry("maxWait", BUSY), Map.entry("noAgents", BUSY),
            Map.entry("noInput", BUSY), Map.entry("wrongInput", BUSY), Map.entry("next", BUSY),
            Map.entry("always", BUSY), Map.entry("busy", BUSY), Map.entry("noAnswer", BUSY), Map.entry("notRegistered", BUSY),
            Map.entry("outsideAlways", BUSY), Map.entry("outsideBusy", BUSY), Map.entry("outsideNoAnswer", BUSY),
            Map.entry("outsideNotRegistered", BUSY));

    // Fields that depend on each other, which constraints on single fields cannot say: an example of them together.
    private static final Map<String, Map<String, Object>> TOGETHER = Map.of(
            "TrunkDraft", Map.of("name", "Provider", "host", "sip.provider.example", "username", "0212345678", "password", "correct-horse"),
            "CallerRuleDraft", Map.of("matches", "prefix", "number", "+8270"),
            "AgentDraft", Map.of("extension", "101"),
            "CallerPriorityDraft", Map.of("matches", "caller", "number", "+12125550177", "priority", 8),
            "SwitchDraft", Map.of("override", "closed", "until", "2026-12-24T18:00:00+09:00", "untilNextChange", false));

    // What stands in drafts and in replies alike: nothing else may be there, and null is the default, or nothing.
    private static final Set<String> SETTINGS = Stream.of(QueueOffers.class, QueueLimits.class, QueueSounds.class, QueueCallback.class,
            ServiceGoal.class, QueueAlerts.class, QueueRecording.class, QueueTier.class, QueueSkill.class, AgentSkill.class)
            .map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    // Ways out may lead nowhere, a number may have no route, and made-up callers were never there.
    private static final Set<String> MAY_BE_NULL = Set.of("#/components/schemas/Destination", "#/components/schemas/OutboundRoute",
            "#/components/schemas/SimulatedFigures", "#/components/schemas/ReportDelivery", "#/components/schemas/CallOfAgent");

    /**
     * Name of the schema of a patch.
     *
     * @param draft name of the draft that it changes
     * @return the name
     */
    static String changeOf(String draft) {
        return draft.substring(0, draft.length() - DRAFT.length()) + CHANGES;
    }

    @Override
    public void customise(OpenAPI description) {
        description.getPaths().values().forEach(path -> path.readOperations().forEach(SchemaRules::tellWhatIsAccepted));
        Map<String, Schema> schemas = description.getComponents().getSchemas();
        List.copyOf(schemas.entrySet()).forEach(entry -> {
            if (entry.getKey().endsWith(DRAFT)) {
                tellWhatIsAccepted(entry.getKey(), entry.getValue());
                schemas.put(changeOf(entry.getKey()), change(entry.getKey(), entry.getValue()));
            } else if (SETTINGS.contains(entry.getKey())) {
                tellWhatIsAccepted(entry.getKey(), entry.getValue());
            } else if (entry.getValue().getRequired() == null) {
                tellThatAllIsThere(entry.getValue());
            }
        });
    }

    private static void tellWhatIsAccepted(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream().map(Parameter::getSchema)
                    .filter(schema -> schema.getPattern() != null && !schema.getPattern().startsWith("^"))
                    .forEach(schema -> schema.setPattern(ecmaScript(schema.getPattern())));
        }
    }

    private static void tellWhatIsAccepted(String name, Schema<?> draft) {
        draft.setAdditionalProperties(Boolean.FALSE);
        if (TOGETHER.containsKey(name)) {
            draft.setExample(TOGETHER.get(name));
        }
        if (name.equals(USER_DRAFT)) {
            // The API makes a company's users; the operator's own are made where the portal is installed.
            draft.getProperties().get("role").getEnum().remove(Role.OPERATOR.key());
        }
        draft.getProperties().replaceAll((field, property) -> property.get$ref() == null ? property : orNull(property));
        draft.getProperties().forEach((field, property) -> {
            if (property.getPattern() != null) {
                property.setPattern(ecmaScript(property.getPattern()));
            }
            // Fields of one name may be a list here and a number there.
            if (EXAMPLES.containsKey(field) && EXAMPLES.get(field) instanceof List == (property.getItems() != null)) {
                property.setExample(EXAMPLES.get(field));
            }
            if (property.getAnyOf() == null && (draft.getRequired() == null || !draft.getRequired().contains(field))) {
                acceptNull(property);
            }
        });
    }

    // Constraints on Java's side match the whole text and know POSIX classes; JSON Schema's patterns do neither.
    private static String ecmaScript(String java) {
        return "^(?:" + java.replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f") + ")$";
    }

    // What stands beside a reference would have to hold as well.
    private static Schema<?> orNull(Schema<?> reference) {
        JsonSchema nothing = new JsonSchema();
        nothing.addType("null");
        return new JsonSchema().anyOf(List.of(reference, nothing));
    }

    @SuppressWarnings("unchecked")
    private static void acceptNull(Schema<?> property) {
        property.addType("null");
        if (property.getEnum() != null) {
            List<Object> choices = new ArrayList<>(property.getEnum());
            choices.add(null);
            ((Schema<Object>) property).setEnum(choices);
        }
    }

    private static Schema<?> change(String name, Schema<?> draft) {
        JsonSchema change = new JsonSchema();
        change.addType("object");
        change.setDescription("A JSON merge patch (RFC 7396): an absent field stays, null means the default.");
        change.setAdditionalProperties(Boolean.FALSE);
        change.setProperties(new LinkedHashMap<>(draft.getProperties()));
        if (TOGETHER.containsKey(name)) {
            change.setExample(TOGETHER.get(name));
        }
        if (FOR_EVER.containsKey(name)) {
            change.getProperties().remove(FOR_EVER.get(name));
        }
        return change;
    }

    private static void tellThatAllIsThere(Schema<?> reply) {
        if (reply.getProperties() != null) {
            reply.getProperties().replaceAll((field, property) -> property.get$ref() != null && MAY_BE_NULL.contains(property.get$ref())
                    ? orNull(property) : property);
            reply.setRequired(new ArrayList<>(reply.getProperties().keySet()));
        }
    }
}
