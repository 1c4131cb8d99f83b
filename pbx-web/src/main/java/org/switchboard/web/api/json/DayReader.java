package org.switchboard.web.api.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads days as they are described: {@code 2026-11-23}. Jackson's own reader takes lists of numbers, times and an empty list besides. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        String text = parser.getString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "%s", notADay.getMessage());
        }
    }
}
