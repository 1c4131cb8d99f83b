package org.switchboard.web.security;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Looks up who signs in, before any tenant is known, through the one database function that may. */
@Component
public final class UserDirectory implements UserDetailsService {

    private final JdbcClient jdbc;

    /**
     * Uses the portal's database role.
     *
     * @param jdbc its client
     */
    public UserDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SignedInUser loadUserByUsername(String email) {
        return jdbc.sql("select * from find_sign_in(:email)")
                .param("email", email.strip())
                .query((row, number) -> new SignedInUser(
                        row.getObject("id", UUID.class), row.getObject("tenant_id", UUID.class), row.getString("email"),
                        row.getString("name"), Role.of(row.getString("role")), row.getString("language"),
                        row.getBoolean("disabled"), row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
