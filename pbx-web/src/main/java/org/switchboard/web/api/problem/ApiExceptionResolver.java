package org.switchboard.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every exception under {@code /api/} as a problem. A resolver and not an advice of the package, because unknown
 * addresses, methods and media types fail before there is a controller that an advice could belong to.
 */
@Component
public final class ApiExceptionResolver implements HandlerExceptionResolver, Ordered {

    private final ExceptionTranslator translator;
    private final ProblemWriter writer;

    /**
     * Wires the resolver.
     *
     * @param translator says what exceptions mean
     * @param writer     writes the answer
     */
    public ApiExceptionResolver(ExceptionTranslator translator, ProblemWriter writer) {
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** {@inheritDoc} Leaves everything outside {@code /api/} to the pages. */
    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        // Nobody is there to read an answer any more, or part of one is already on its way.
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            return new ModelAndView();
        }
        try {
            response.resetBuffer();
            tellWhatIsAccepted(failure, response);
            writer.write(translator.translate(failure), request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    // RFC 9110 sections 15.5.6 and 15.5.16.
    private static void tellWhatIsAccepted(Exception failure, HttpServletResponse response) {
        switch (failure) {
            case HttpRequestMethodNotSupportedException wrong when wrong.getSupportedMethods() != null ->
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", Set.of(wrong.getSupportedMethods()).stream().sorted().toList()));
            case HttpMediaTypeNotSupportedException wrong ->
                response.setHeader(HttpHeaders.ACCEPT, MediaType.toString(wrong.getSupportedMediaTypes()));
            default -> { }
        }
    }
}
