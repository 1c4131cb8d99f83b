package org.switchboard.web.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.switchboard.web.change.Change;

/**
 * One change as the API shows it.
 *
 * @param id        its id
 * @param changedAt when
 * @param changedBy an e-mail address, or {@code token:} and a token's name
 * @param thing     kind of thing
 * @param thingId   which one
 * @param label     what the thing is called; may be empty
 * @param action    {@code insert}, {@code update} or {@code delete}
 * @param fields    what is different now; empty when only a secret was replaced, and for things made or deleted (but ways out)
 */
@Schema(name = "Change")
record ChangeReply(UUID id, Instant changedAt, String changedBy, String thing, UUID thingId, String label,
                   @Schema(allowableValues = {"insert", "update", "delete"}) String action, List<Field> fields) {

    /**
     * One field that is different now.
     *
     * @param name   the field; of a way out {@code exit.} and its key, and the values are the names of what it leads to
     * @param before value before; empty when there was none
     * @param after  value now; empty when there is none
     */
    @Schema(name = "ChangedField")
    record Field(String name, String before, String after) {
    }

    static ChangeReply of(Change change) {
        return new ChangeReply(change.id(), change.changedAt(), change.changedBy(), change.thing(), change.thingId(), change.label(),
                change.action(), change.fields().stream().map(field -> new Field(field.name(), field.before(), field.after())).toList());
    }
}
