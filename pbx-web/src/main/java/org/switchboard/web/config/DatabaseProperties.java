package org.switchboard.web.config;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal reaches PostgreSQL. The owner's account is Flyway's business only ({@code spring.flyway.*}).
 *
 * @param url            JDBC address without credentials
 * @param webPassword    password of role {@code pbx_web}
 * @param enginePassword password of role {@code pbx_engine}
 */
@ConfigurationProperties("pbx.db")
public record DatabaseProperties(String url, String webPassword, String enginePassword) {
}
