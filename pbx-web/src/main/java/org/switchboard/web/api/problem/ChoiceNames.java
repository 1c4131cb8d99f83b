package org.switchboard.web.api.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How the API spells the constants of an enum. */
final class ChoiceNames {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChoiceNames() {
    }

    /**
     * All spellings, for a sentence.
     *
     * @param type an enum
     * @return the words that JSON has for its constants, separated by commas
     */
    static String of(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(choice -> JSON.convertValue(choice, String.class)).collect(Collectors.joining(", "));
    }
}
