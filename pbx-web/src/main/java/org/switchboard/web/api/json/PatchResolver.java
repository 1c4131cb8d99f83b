package org.switchboard.web.api.json;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.switchboard.web.api.problem.ApiRefused;
import org.switchboard.web.api.problem.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the body of a {@code PATCH} into a {@link Patch}. */
final class PatchResolver implements HandlerMethodArgumentResolver {

    private final JsonMapper json;

    PatchResolver(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Patch.class;
    }

    @Override
    public Patch<?> resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
                                    WebDataBinderFactory binders) throws IOException {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        JsonNode body = json.readTree(http.getInputStream());
        if (!(body instanceof ObjectNode fields)) {
            throw new ApiRefused(Refusal.MALFORMED_BODY, List.of(), "");
        }
        return patch(ResolvableType.forMethodParameter(parameter).getGeneric().toClass(), fields);
    }

    private <T> Patch<T> patch(Class<T> type, ObjectNode fields) {
        return new Patch<>(json, type, fields);
    }
}
