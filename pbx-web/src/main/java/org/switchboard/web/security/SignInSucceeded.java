package org.switchboard.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Sends somebody who signed in to the page they had asked for, else home. */
final class SignInSucceeded extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SignInLimiter limiter;

    SignInSucceeded(SignInLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        limiter.succeeded(request.getRemoteAddr(), who.getName());
        super.onAuthenticationSuccess(request, response, who);
    }
}
