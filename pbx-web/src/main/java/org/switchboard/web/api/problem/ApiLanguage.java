package org.switchboard.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Which language the API answers in. */
final class ApiLanguage {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

    private ApiLanguage() {
    }

    /**
     * The language that a request asks for (RFC 9110 section 12.5.4).
     *
     * @param request the request
     * @return English where the header is missing, cannot be read, or wants neither of our languages
     */
    static Locale of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
