package org.switchboard.web.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody may do. The operator hosts companies and belongs to none; the others belong to one company. */
public enum Role {
    /** Hosts the installation: tenants and health, nothing inside a company. */
    @JsonProperty("operator")
    OPERATOR,
    /** Runs a company's telephones: everything inside it. */
    @JsonProperty("admin")
    ADMIN,
    /** Watches a company's calls: live, history, and the list of extensions. */
    @JsonProperty("supervisor")
    SUPERVISOR,
    /** Has a telephone: own calls, own extension, own settings. */
    @JsonProperty("user")
    USER;

    /**
     * Reads a role as the database spells it.
     *
     * @param stored {@code operator}, {@code admin}, {@code supervisor} or {@code user}
     * @return the role
     * @throws IllegalArgumentException when it is none of these
     */
    public static Role of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /**
     * The role as the database, the API and the message files spell it.
     *
     * @return a word in small letters
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role as Spring Security wants it.
     *
     * @return {@code ROLE_} and the name
     */
    public GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
