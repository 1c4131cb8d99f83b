package org.switchboard.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.switchboard.telephony.input.InvalidInput;

/** Shows refused input at the fields it is about, in the viewer's language. */
@Component
public final class Problems {

    private static final String HTMX = "HX-Request";

    private final MessageSource messages;

    /**
     * Uses the message files.
     *
     * @param messages sentences by code
     */
    public Problems(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Does what a form asks for; when the input is refused, prepares the same form to be shown again.
     *
     * @param model    gets {@code problems}, a sentence by field name, and {@code typed}, what was typed by field name, when
     *                 the input is refused
     * @param request  what was sent
     * @param response gets status 422 then
     * @param work     what the form asks for
     * @return whether it was done
     */
    public boolean accepted(Model model, HttpServletRequest request, HttpServletResponse response, Runnable work) {
        try {
            work.run();
            return true;
        } catch (InvalidInput refusal) {
            model.addAttribute("problems", byField(refusal));
            Map<String, String> typed = new LinkedHashMap<>();
            request.getParameterMap().forEach((field, values) -> typed.put(field, values[0]));
            model.addAttribute("typed", typed);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return false;
        }
    }

    /**
     * Which view answers a form that is saved in place.
     *
     * @param request  what was sent
     * @param page     the page's view
     * @param fragment the part of it that the form is
     * @return the part when htmx asks, the whole page when a browser without scripts does
     */
    public static String inPlace(HttpServletRequest request, String page, String fragment) {
        return request.getHeader(HTMX) == null ? page : page + " :: " + fragment;
    }

    /**
     * The problems as sentences.
     *
     * @param refusal what was wrong
     * @return one sentence a field, the first where a field has several
     */
    public Map<String, String> byField(InvalidInput refusal) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refusal.problems().forEach(problem -> sentences.putIfAbsent(problem.field(),
                messages.getMessage(problem.code(), problem.args().toArray(), LocaleContextHolder.getLocale())));
        return sentences;
    }
}
