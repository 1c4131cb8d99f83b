package org.switchboard.web.api.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.switchboard.web.api.json.Patch;
import org.switchboard.web.api.problem.Problem;

/** Publishes the API's description (OpenAPI 3.1), made from the code that answers. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfig {

    private static final String BEARER = "bearer";

    @Bean
    OpenAPI description() {
        Components components = new Components().addSecuritySchemes(BEARER, new SecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("sb_ and 43 characters")
                .description("An API token. It belongs to one company and has a role, or it is the operator's."));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        return new OpenAPI()
                .info(new Info().title("Switchboard").version("1").description("""
                        Everything the portal can do. Times are ISO 8601 in UTC. Lists give `items` and, unless it is the last page, `next`, \
                        to be sent as `cursor`. `PATCH` takes a JSON merge patch (RFC 7396): an absent field stays, null means the default. \
                        Errors are problems (RFC 9457) in the language of `Accept-Language` (en, ko): 400 for what cannot be read, \
                        422 for a field that cannot be accepted, 409 for a value that is taken. A thing of another company is not found. A change that would break a routing assertion \
                        that holds is refused (409, `urn:switchboard:problem:assertions-broken`) unless it has the header `Confirm: assertions`."""))
                .servers(List.of(new Server().url("/").description("This portal")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer operationRules() {
        // What a route takes as a patch is described as its body, not as parameters of its query.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Patch.class);
        return new OperationRules();
    }

    @Bean
    OpenApiCustomizer schemaRules() {
        return new SchemaRules();
    }
}
