package org.switchboard.web.api;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.switchboard.web.api.problem.ExceptionTranslator;
import org.switchboard.web.api.problem.ProblemWriter;
import org.switchboard.web.api.problem.Refusal;
import org.switchboard.web.security.ChangeAskFilter;
import org.switchboard.web.security.TenantScopeFilter;

/**
 * The API's filter chain. A request proves each time who sends it, with a bearer token (RFC 6750); there is no session and
 * no cookie, so there is nothing that another site could make a browser send.
 */
@Configuration(proxyBeanMethods = false)
public class ApiSecurityConfig {

    /** Where the API's description is; it needs no token. */
    public static final String DESCRIPTION = "/api/v1/openapi.json";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokenRepository tokens, IdempotentReplyRepository replies, TransactionTemplate transaction,
                            SecureRandom random, Clock clock, ProblemWriter problems, ExceptionTranslator translator,
                            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return http
                .securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules
                        // The first dispatch of the same request has been decided already.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(HttpMethod.GET, DESCRIPTION).permitAll()
                        .anyRequest().access(new RouteAuthorization(routes)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals
                        .authenticationEntryPoint((request, response, reason) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Switchboard\"");
                            problems.write(Refusal.NO_TOKEN, request, response);
                        })
                        .accessDeniedHandler((request, response, reason) -> problems.write(Refusal.FORBIDDEN, request, response)))
                .addFilterBefore(new ApiFaultFilter(translator, problems), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerTokenFilter(tokens, new WrongTokenLimiter(), problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new TenantScopeFilter(), AuthorizationFilter.class)
                .addFilterAfter(ChangeAskFilter.ofApi(), TenantScopeFilter.class)
                .addFilterAfter(new ApiBodyFilter(), TenantScopeFilter.class)
                .addFilterAfter(new IdempotencyFilter(replies, transaction, new ReplySeal(random), clock), ApiBodyFilter.class)
                .build();
    }

    // Spring's firewall turns odd addresses away before any chain is chosen.
    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        RequestRejectedHandler pages = new HttpStatusRequestRejectedHandler();
        return (request, response, reason) -> {
            if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
                problems.write(Refusal.ODD_ADDRESS, request, response);
            } else {
                pages.handle(request, response, reason);
            }
        };
    }
}
