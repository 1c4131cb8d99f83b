package org.switchboard.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.switchboard.web.security.SignedInUser;

/** The viewer's language: their own choice or their company's where they have signed in, else the browser's, else English. */
@Component("localeResolver")
public final class ViewerLocaleResolver implements LocaleResolver {

    private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

    /** Knows the languages that the message files have. */
    public ViewerLocaleResolver() {
        browser.setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        browser.setDefaultLocale(Locale.ENGLISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedInUser user && user.language() != null
                ? Locale.of(user.language())
                : browser.resolveLocale(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("the language is chosen under My settings");
    }
}
