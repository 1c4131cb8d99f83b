package org.switchboard.web.security;

import static org.switchboard.web.security.Role.ADMIN;
import static org.switchboard.web.security.Role.OPERATOR;
import static org.switchboard.web.security.Role.SUPERVISOR;
import static org.switchboard.web.security.Role.USER;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which role may open which page. An address that is not named here is refused to everybody. */
final class PageRules {

    private PageRules() {
    }

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules
                // The first dispatch of the same request has been decided already.
                .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers("/assets/**").permitAll()
                .requestMatchers(HttpMethod.GET, "/sign-in").permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**").permitAll()
                .requestMatchers(HttpMethod.GET, "/", "/jump").authenticated()
                .requestMatchers("/me", "/me/**").authenticated()
                .requestMatchers(HttpMethod.GET, "/supervision", "/queues/*/callbacks").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/queues/*/callbacks/*/cancel").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers("/wallboard", "/wallboard/**", "/alerts/news").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.GET, "/queues/new", "/agents/new").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/queues", "/queues/*", "/agents", "/agents/*").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/queues", "/queues/**", "/agents", "/agents/**").hasRole(ADMIN.name())
                .requestMatchers("/reports/schedules", "/reports/schedules/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/reports", "/reports/export").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers("/desk", "/desk/**").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers("/operator/**").hasRole(OPERATOR.name())
                .requestMatchers(HttpMethod.GET, "/recordings/*/audio").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers(HttpMethod.POST, "/recordings/*/delete").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.POST, "/calls/live/*/recording").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers(HttpMethod.GET, "/extensions/*/recording").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.GET, "/calls", "/calls/**").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers("/my-extension", "/my-extension/**").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers(HttpMethod.GET, "/extensions/new", "/users", "/users/**", "/settings/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/extensions", "/extensions/*").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/extensions", "/extensions/**", "/users", "/users/**", "/settings/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/destinations/search").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers("/destinations/new", "/menus/new", "/ring-groups/new", "/announcements/new").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/menus", "/menus/*", "/ring-groups", "/ring-groups/*", "/announcements", "/announcements/*")
                .hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/menus", "/menus/**", "/ring-groups", "/ring-groups/**", "/announcements", "/announcements/**")
                .hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/prompts/new", "/prompts/preview/*").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/prompts", "/prompts/**").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/prompts/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/schedules/new").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/schedules", "/schedules/*").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/schedules", "/schedules/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/voicemail-boxes", "/voicemail-boxes/**", "/extensions/*/voicemail").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.POST, "/voicemail-boxes", "/voicemail-boxes/**").hasRole(ADMIN.name())
                .requestMatchers("/voicemail", "/voicemail/**").hasAnyRole(names(ADMIN, SUPERVISOR, USER))
                .requestMatchers(HttpMethod.GET, "/what-if", "/pictures/*", "/numbers/*/picture").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.GET, "/queues/*/what-if").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers("/assertions", "/assertions/**").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/numbers/new", "/numbers/many", "/trunks/new", "/outbound-routes/new").hasRole(ADMIN.name())
                .requestMatchers(HttpMethod.GET, "/numbers", "/numbers/*", "/trunks", "/trunks/*", "/outbound-routes", "/outbound-routes/*",
                        "/blocked-callers").hasAnyRole(names(ADMIN, SUPERVISOR))
                .requestMatchers(HttpMethod.POST, "/numbers", "/numbers/**", "/trunks", "/trunks/**", "/outbound-routes", "/outbound-routes/**",
                        "/blocked-callers", "/blocked-callers/**").hasRole(ADMIN.name())
                .anyRequest().denyAll();
    }

    private static String[] names(Role... roles) {
        return Stream.of(roles).map(Role::name).toArray(String[]::new);
    }
}
