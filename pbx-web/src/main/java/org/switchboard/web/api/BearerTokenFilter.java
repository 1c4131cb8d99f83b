package org.switchboard.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.switchboard.web.api.problem.ProblemWriter;
import org.switchboard.web.api.problem.Refusal;

/** Finds out whose token a request presents. A request without a token goes on as nobody; one with a wrong token ends here. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private final ApiTokenRepository tokens;
    private final WrongTokenLimiter limiter;
    private final ProblemWriter problems;

    BearerTokenFilter(ApiTokenRepository tokens, WrongTokenLimiter limiter, ProblemWriter problems) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiCaller> caller = PresentedToken.of(header).flatMap(token -> tokens.findCaller(token.hash()));
        if (caller.isEmpty()) {
            refuse(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(caller.get(), "", List.of(caller.get().role().authority())));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Duration> wait = limiter.count(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            problems.write(Refusal.TOO_MANY_REQUESTS, request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Switchboard\", error=\"invalid_token\"");
            problems.write(Refusal.WRONG_TOKEN, request, response);
        }
    }
}
