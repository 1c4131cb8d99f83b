package org.switchboard.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.switchboard.web.api.problem.ApiRefused;
import org.switchboard.web.api.problem.Refusal;

/** Reads the whole body of a request, up to a limit, so that nobody can make the portal read without end. */
final class ApiBodyFilter extends OncePerRequestFilter {

    /** Most bytes that a body can have. The largest that makes sense is far below. */
    static final int MAX_BYTES = 64 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw tooLarge();
        }
        chain.doFilter(new RequestWithBody(request, body), response);
    }

    private static ApiRefused tooLarge() {
        return new ApiRefused(Refusal.TOO_LARGE, List.of(), MAX_BYTES);
    }
}
