package org.switchboard.web.explain;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.switchboard.telephony.assertion.AssertionsBroken;
import org.switchboard.web.page.PageController;

/**
 * What a page answers when a change would break what the company relies on: which assertions and why, and a way to want it all
 * the same, by the same form with one field more. A form that is saved in place gets it as a dialog and keeps what was typed.
 */
@PageController
@ControllerAdvice(annotations = PageController.class)
public final class BrokenChange {

    /** Where a refused change is forwarded to, so that its page has what all pages have. Nobody can open it. */
    static final String PATH = "/broken-change";

    private static final String REFUSED = BrokenChange.class.getName();

    private final BrokenWords words;

    BrokenChange(BrokenWords words) {
        this.words = words;
    }

    /**
     * A field to be sent again.
     *
     * @param name  its name
     * @param value what was typed
     */
    public record Field(String name, String value) {
    }

    @ExceptionHandler(AssertionsBroken.class)
    String refused(AssertionsBroken refused, HttpServletRequest request) {
        request.setAttribute(REFUSED, refused);
        request.setAttribute(REFUSED + ".address", request.getRequestURI());
        return "forward:" + PATH;
    }

    @RequestMapping(PATH)
    String page(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var refused = (AssertionsBroken) request.getAttribute(REFUSED);
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("broken", words.of(refused, locale));
        model.addAttribute("address", request.getAttribute(REFUSED + ".address"));
        model.addAttribute("fields", fields(request));
        if (request.getHeader("HX-Request") == null) {
            model.addAttribute("whole", true);
            return "explain/broken";
        }
        // Read by broken.js, which asks in a dialog over the form.
        response.setHeader("Pbx-Ask", "assertions");
        return "explain/broken :: ask";
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf") && !field.getKey().equals("confirm"))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value))).toList();
    }
}
