package org.switchboard.web.api.json;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.switchboard.web.api.problem.ApiRefused;

/**
 * Refuses parameters of the query that a route does not know: a misspelt filter must not give a list without that filter.
 */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(request.getParameterMap(), known(method));
        }
        return true;
    }

    private static Map<String, Class<?>> known(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toMap(parameter -> parameter.getParameter().getName(), MethodParameter::getParameterType));
    }

    private static void check(Map<String, String[]> sent, Map<String, Class<?>> known) {
        sent.forEach((name, values) -> {
            if (!known.containsKey(name)) {
                throw known.isEmpty()
                        ? ApiRefused.parameter(name, "api.invalid.noParameters")
                        : ApiRefused.parameter(name, "api.invalid.unknown", known.keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
            if (values.length > 1) {
                throw ApiRefused.parameter(name, "api.invalid.repeated");
            }
            if (values[0].isEmpty() && known.get(name) != String.class) {
                throw ApiRefused.parameter(name, "api.invalid.empty");
            }
            if (values[0].chars().anyMatch(Character::isISOControl)) {
                throw ApiRefused.parameter(name, "api.invalid.control");
            }
        });
    }
}
