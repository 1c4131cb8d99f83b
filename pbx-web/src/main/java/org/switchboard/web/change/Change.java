package org.switchboard.web.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One change of one thing.
 *
 * @param id        its id
 * @param changedAt when
 * @param changedBy who: an e-mail address or a token's name
 * @param thing     kind of thing, as the table is called ({@code extension})
 * @param thingId   which one
 * @param label     what the thing is called, as far as its row says (number, name or address); may be empty
 * @param action    {@code insert}, {@code update} or {@code delete}
 * @param fields    what is different now; empty when only a secret was replaced, and for things made or deleted (but ways out)
 */
public record Change(UUID id, Instant changedAt, String changedBy, String thing, UUID thingId, String label, String action,
                     List<Field> fields) {

    /** Keeps an unchangeable copy of the fields. */
    public Change {
        fields = List.copyOf(fields);
    }

    /**
     * One field that is different now.
     *
     * @param name   column name; of a way out {@code exit.} and its key, and the values are what it leads to
     * @param before value before; empty when there was none
     * @param after  value now; empty when there is none
     */
    public record Field(String name, String before, String after) {
    }
}
