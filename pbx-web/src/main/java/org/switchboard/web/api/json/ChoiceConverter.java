package org.switchboard.web.api.json;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a constant of an enum in a query with the word that JSON has for it ({@code no_answer}). */
@SuppressWarnings("rawtypes")
final class ChoiceConverter implements ConverterFactory<String, Enum> {

    private final JsonMapper json;

    ChoiceConverter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return word -> {
            try {
                return json.convertValue(word, type);
            } catch (JacksonException unknown) {
                throw new IllegalArgumentException("no " + type.getSimpleName() + " " + word, unknown);
            }
        };
    }
}
