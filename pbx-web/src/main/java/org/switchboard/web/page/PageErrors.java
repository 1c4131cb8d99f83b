package org.switchboard.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.telephony.prompt.PromptService;

/** What a page answers when its work could not be done and the page itself does not say. */
@ControllerAdvice(annotations = PageController.class)
public final class PageErrors {

    private final Problems problems;

    /**
     * Wires the handlers.
     *
     * @param problems turns refusals into sentences
     */
    public PageErrors(Problems problems) {
        this.problems = problems;
    }

    // A malformed id in an address is an address where nothing is.
    @ExceptionHandler({NotFound.class, TypeMismatchException.class})
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    void incomplete(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    // Pages do not let such files set out; what still comes is told why it went nowhere.
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused(new InvalidInput(PromptService.FILE, "invalid.prompt.file.tooLarge"), request, response);
    }

    @ExceptionHandler(MultipartException.class)
    void unreadable(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    // Buttons without fields of their own: the sentence is shown as a notice (see app.js).
    @ExceptionHandler(InvalidInput.class)
    void refused(InvalidInput refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String sentence = problems.byField(refusal).values().stream().collect(Collectors.joining(" "));
        if (request.getHeader("HX-Request") == null) {
            // As in the API: what is in the way of a wish is a conflict, what was typed wrong is not.
            boolean isTaken = refusal.problems().stream().allMatch(problem -> problem.code().startsWith("taken."));
            response.sendError((isTaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value(), sentence);
        } else {
            response.setStatus(HttpStatus.CONFLICT.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(sentence);
        }
    }
}
