package org.switchboard.web.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads times as they are described: ISO 8601 with an offset. Jackson's own reader takes a number for seconds besides. */
final class TimeReader extends StdScalarDeserializer<Instant> {

    TimeReader() {
        super(Instant.class);
    }

    /**
     * Reads a time.
     *
     * @param text what was sent, in a body or a query
     * @return the time
     * @throws DateTimeException when it is none, or its year has not four digits, which are what PostgreSQL has too
     */
    static Instant read(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}T.{4,}")) {
            throw new DateTimeException("not an ISO 8601 time with an offset");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            return read(text);
        } catch (DateTimeException notATime) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "%s", notATime.getMessage());
        }
    }
}
