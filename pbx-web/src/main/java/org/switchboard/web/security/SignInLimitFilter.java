package org.switchboard.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away sign-ins that come too often, before a password is hashed. */
final class SignInLimitFilter extends OncePerRequestFilter {

    private final RequestMatcher signIn = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in");
    private final SignInLimiter limiter;

    SignInLimitFilter(SignInLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String email = Objects.requireNonNullElse(request.getParameter("email"), "");
        if (limiter.tryOnce(request.getRemoteAddr(), email)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in?wait");
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !signIn.matches(request);
    }
}
