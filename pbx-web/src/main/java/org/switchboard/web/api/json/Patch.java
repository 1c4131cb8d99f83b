package org.switchboard.web.api.json;

import java.util.Arrays;
import org.switchboard.telephony.input.SettingsGroup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of some fields as a JSON merge patch (RFC 7396): a field that is absent stays, one that is null gets its default.
 *
 * @param <T> kind of settings that it changes
 */
public final class Patch<T> {

    /** Media type of merge patches (RFC 7396 section 4); plain JSON is taken as one too. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper json;
    private final Class<T> type;
    private final ObjectNode fields;

    Patch(JsonMapper json, Class<T> type, ObjectNode fields) {
        this.json = json;
        this.type = type;
        this.fields = fields;
    }

    /**
     * Makes the wanted settings from today's. Within a {@link SettingsGroup} the fields replace each other one by one as well; any
     * other object is replaced as a whole.
     *
     * @param today settings as they are
     * @return settings as they shall be, not checked yet
     * @throws tools.jackson.core.JacksonException when a field is unknown or of the wrong type
     */
    public T apply(T today) {
        ObjectNode wanted = json.valueToTree(today);
        for (var field : fields.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                wanted.putNull(field.getKey());
            } else if (value instanceof ObjectNode part && wanted.get(field.getKey()) instanceof ObjectNode whole && isGroup(field.getKey())) {
                whole.setAll(part);
            } else {
                wanted.set(field.getKey(), value);
            }
        }
        return json.treeToValue(wanted, type);
    }

    private boolean isGroup(String field) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(one -> one.getName().equals(field) && one.getType().isAnnotationPresent(SettingsGroup.class));
    }
}
