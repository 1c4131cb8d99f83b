package org.switchboard.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.assertion.AssertionsBroken;
import org.switchboard.telephony.input.FieldProblem;
import org.switchboard.web.explain.BrokenWords;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as {@code application/problem+json}: the one place where the API's errors get their form and their words. */
@Component
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final MessageSource messages;
    private final JsonMapper json;
    private final BrokenWords words;

    /**
     * Wires the writer.
     *
     * @param messages sentences in every language
     * @param json     writes JSON
     * @param words    says what a change would break
     */
    public ProblemWriter(MessageSource messages, JsonMapper json, BrokenWords words) {
        this.messages = messages;
        this.json = json;
        this.words = words;
    }

    /**
     * Answers a request with a refusal that is about no field.
     *
     * @param refusal  in which way
     * @param request  the request
     * @param response where to write
     * @throws IOException when the connection is gone
     */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(new ApiRefused(refusal, List.of()), request, response);
    }

    /**
     * Answers a request with a refusal. A fault of the portal's own is logged under an id that the answer names.
     *
     * @param refused  why
     * @param request  the request
     * @param response where to write; must not have been committed
     * @throws IOException when the connection is gone
     */
    public void write(ApiRefused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal refusal = refused.refusal();
        URI instance = refusal.status().is5xxServerError() ? URI.create("urn:uuid:" + UUID.randomUUID()) : null;
        if (instance != null) {
            LOG.error("{} {} failed as {}", request.getMethod(), request.getRequestURI(), instance, refused.getCause());
        }
        byte[] body = json.writeValueAsBytes(problem(refused, instance, ApiLanguage.of(request)));
        response.setStatus(refusal.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Problem problem(ApiRefused refused, URI instance, Locale language) {
        Refusal refusal = refused.refusal();
        return new Problem(refusal.type(),
                messages.getMessage(refusal.titleKey(), null, language),
                refusal.status().value(),
                messages.getMessage(refusal.detailKey(), refused.args().toArray(), language),
                instance,
                refused.getCause() instanceof AssertionsBroken broken
                        ? words.of(broken, language).stream().map(told -> new Problem.FieldError(told.id(), words.sentence(told, language))).toList()
                        : refused.problems().stream().map(problem -> sentence(problem, language)).toList());
    }

    private Problem.FieldError sentence(FieldProblem problem, Locale language) {
        return new Problem.FieldError(problem.field(), messages.getMessage(problem.code(), problem.args().toArray(), language));
    }
}
