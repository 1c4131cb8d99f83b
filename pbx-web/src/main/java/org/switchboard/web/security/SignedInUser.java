package org.switchboard.web.security;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.switchboard.telephony.tenant.TenantScope;

/** A person who has signed in, as the session remembers them. Two sessions of one person are equal principals. */
public final class SignedInUser implements UserDetails, CredentialsContainer, Scoped {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final UUID tenantId;
    private final String email;
    private final String name;
    private final Role role;
    private final boolean disabled;
    private String language;
    private String passwordHash;

    SignedInUser(UUID id, UUID tenantId, String email, String name, Role role, String language, boolean disabled, String passwordHash) {
        this.id = id;
        this.tenantId = tenantId;
        this.email = email;
        this.name = name;
        this.role = role;
        this.language = language;
        this.disabled = disabled;
        this.passwordHash = passwordHash;
    }

    @Override
    public TenantScope scope() {
        return role == Role.OPERATOR ? TenantScope.operator(email) : TenantScope.tenant(tenantId, email);
    }

    @Override
    public Role role() {
        return role;
    }

    /**
     * The user's id.
     *
     * @return the id of the row in {@code app_user}
     */
    public UUID id() {
        return id;
    }

    /**
     * The user's company.
     *
     * @return the tenant's id; null for the operator
     */
    public UUID tenantId() {
        return tenantId;
    }

    /**
     * The user's name as people write it.
     *
     * @return one line
     */
    public String name() {
        return name;
    }

    /**
     * The language of this person's pages: their own choice, else their company's.
     *
     * @return {@code en}, {@code ko}, or null when neither says (the operator): then the browser's
     */
    public synchronized String language() {
        return language;
    }

    /**
     * Uses another language from the next page on.
     *
     * @param chosen {@code en} or {@code ko}
     */
    public synchronized void speak(String chosen) {
        language = chosen;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(role.authority());
    }

    @Override
    public synchronized String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }

    @Override
    public synchronized void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedInUser that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
