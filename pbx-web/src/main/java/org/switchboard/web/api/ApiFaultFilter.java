package org.switchboard.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.switchboard.web.api.problem.ExceptionTranslator;
import org.switchboard.web.api.problem.ProblemWriter;

/** Answers what fails before or after a controller (looking up a token, reading a body, committing) as a problem too. */
final class ApiFaultFilter extends OncePerRequestFilter {

    private final ExceptionTranslator translator;
    private final ProblemWriter problems;

    ApiFaultFilter(ExceptionTranslator translator, ProblemWriter problems) {
        this.translator = translator;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            problems.write(translator.translate(failure), request, response);
        }
    }
}
