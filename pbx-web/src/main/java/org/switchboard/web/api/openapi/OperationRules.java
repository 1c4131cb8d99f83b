package org.switchboard.web.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.switchboard.web.api.AllowedTo;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.security.Role;

/** Adds to each operation what its method does not say itself: roles, merge patches, repeated requests, and how it refuses. */
final class OperationRules implements OperationCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        tellRoles(operation, method.getMethodAnnotation(AllowedTo.class));
        Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType() == Patch.class)
                .forEach(parameter -> operation.setRequestBody(patch(parameter)));
        if (method.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(idempotencyKey());
            tellReplay(operation);
        }
        refusals(operation).forEach(status -> operation.getResponses().addApiResponse(Integer.toString(status.value()), problem(status.getReasonPhrase())));
        operation.getResponses().addApiResponse("default", problem("Not available, or a mistake of the portal"));
        return operation;
    }

    private static void tellRoles(Operation operation, AllowedTo rule) {
        String roles = rule == null ? "nobody" : Arrays.stream(rule.value()).map(Role::key).collect(Collectors.joining(", "));
        String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(before + "Roles: " + roles + ".");
    }

    private static RequestBody patch(MethodParameter parameter) {
        String draft = ResolvableType.forMethodParameter(parameter).getGeneric().toClass().getSimpleName();
        Schema<?> schema = new JsonSchema().$ref(SCHEMAS + SchemaRules.changeOf(draft));
        return new RequestBody().required(true).content(new Content()
                .addMediaType(JSON, new MediaType().schema(schema))
                .addMediaType(Patch.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    private static HeaderParameter idempotencyKey() {
        HeaderParameter key = new HeaderParameter();
        key.name("Idempotency-Key").required(false)
                .description("Makes it safe to send the request again: with the same key and body nothing is done twice, and the answer "
                        + "is the same for 24 hours. The same key with another body is refused (422).")
                .schema(text().pattern("^[\\x21-\\x7E]{1,200}$"));
        return key;
    }

    private static void tellReplay(Operation operation) {
        operation.getResponses().forEach((status, response) -> response.addHeaderObject("Idempotency-Replayed",
                new Header().description("`true` when this answer was given before").schema(text())));
    }

    private static Set<HttpStatus> refusals(Operation operation) {
        boolean hasParameters = operation.getParameters() != null && !operation.getParameters().isEmpty();
        boolean isOfOneThing = hasParameters && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        boolean hasBody = operation.getRequestBody() != null;
        return Stream.of(
                List.of(HttpStatus.BAD_REQUEST, HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.NOT_ACCEPTABLE,
                        HttpStatus.TOO_MANY_REQUESTS),
                isOfOneThing ? List.of(HttpStatus.NOT_FOUND) : List.<HttpStatus>of(),
                hasBody || hasParameters && operation.getParameters().stream().anyMatch(HeaderParameter.class::isInstance)
                        ? List.of(HttpStatus.CONFLICT, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNPROCESSABLE_CONTENT) : List.<HttpStatus>of(),
                hasBody ? List.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE) : List.<HttpStatus>of())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse().description(description)
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(new JsonSchema().$ref(SCHEMAS + "Problem"))));
    }

    private static Schema<?> text() {
        JsonSchema schema = new JsonSchema();
        schema.addType("string");
        return schema;
    }
}
