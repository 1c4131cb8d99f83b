package org.switchboard.web.api.problem;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the API spells the constants of an enum. */
final class ChoiceNames {

    private ChoiceNames() {
    }

    /**
     * The spelling of one constant.
     *
     * @param choice a constant
     * @return what its {@link JsonProperty} says, else its name
     */
    static String of(Enum<?> choice) {
        try {
            JsonProperty spelling = choice.getDeclaringClass().getField(choice.name()).getAnnotation(JsonProperty.class);
            return spelling == null ? choice.name() : spelling.value();
        } catch (NoSuchFieldException everyConstantIsAField) {
            throw new IllegalStateException(everyConstantIsAField);
        }
    }
}
