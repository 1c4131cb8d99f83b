package org.switchboard.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.switchboard.web.api.problem.ApiRefused;
import org.switchboard.web.api.problem.Refusal;

/**
 * Reads the whole body of a request, up to a limit, so that nobody can make the portal read without end. Forms with files are
 * left to the servlet container, on the few routes that take them.
 */
final class ApiBodyFilter extends OncePerRequestFilter {

    /** Most bytes that a body can have. The largest that makes sense is far below. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String FORM = "multipart/form-data";
    private static final Pattern WITH_FILES = Pattern.compile("/api/v1/prompts(/[0-9a-f-]{36}/audio)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw tooLarge();
        }
        chain.doFilter(new RequestWithBody(request, body), response);
    }

    /**
     * Whether a request brings a sound file as a form. The servlet container reads it, onto the disk and within its own limits
     * ({@code spring.servlet.multipart}).
     */
    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length()) && WITH_FILES.matcher(request.getRequestURI()).matches();
    }

    private static ApiRefused tooLarge() {
        return new ApiRefused(Refusal.TOO_LARGE, List.of(), MAX_BYTES);
    }
}
