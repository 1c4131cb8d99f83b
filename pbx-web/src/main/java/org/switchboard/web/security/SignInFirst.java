package org.switchboard.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Asks nobody in particular to sign in: pages by a redirect, parts of pages (htmx) and event streams by a plain 401. */
final class SignInFirst implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/sign-in");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, jakarta.servlet.ServletException {
        String accept = request.getHeader("Accept");
        if (request.getHeader("HX-Request") != null) {
            // htmx follows this header with a full page load; a redirect would put the sign-in form into a table cell.
            response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (accept != null && accept.startsWith("text/event-stream")) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            page.commence(request, response, reason);
        }
    }
}
