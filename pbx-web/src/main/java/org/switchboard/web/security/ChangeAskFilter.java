package org.switchboard.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.switchboard.telephony.assertion.ChangeAsk;

/**
 * Says for the rest of a request that somebody is there who can be asked about a change that breaks routing assertions, and
 * whether they have agreed already.
 */
public final class ChangeAskFilter extends OncePerRequestFilter {

    private static final String ASSERTIONS = "assertions";

    private final Predicate<HttpServletRequest> agreed;

    private ChangeAskFilter(Predicate<HttpServletRequest> agreed) {
        this.agreed = agreed;
    }

    /**
     * For pages: whoever agrees sends the same form with the field {@code confirm=assertions}.
     *
     * @return the filter
     */
    public static ChangeAskFilter ofPages() {
        return new ChangeAskFilter(request -> ASSERTIONS.equals(request.getParameter("confirm")));
    }

    /**
     * For the API: whoever agrees sends the header {@code Confirm: assertions}.
     *
     * @return the filter
     */
    public static ChangeAskFilter ofApi() {
        return new ChangeAskFilter(request -> ASSERTIONS.equals(request.getHeader("Confirm")));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ask = !request.getMethod().equals("GET") && agreed.test(request) ? ChangeAsk.CONFIRMED : ChangeAsk.ASKED;
        try {
            ask.call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
