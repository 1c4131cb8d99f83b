package org.switchboard.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody who has signed in is told when an address is refused. An address where nothing is, is refused to everybody by
 * the rules; the honest answer to that is "not found".
 */
final class Refused implements AccessDeniedHandler {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Refused(ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        boolean there = reason instanceof CsrfException || isThere(request);
        response.sendError(there ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value());
    }

    private boolean isThere(HttpServletRequest request) throws ServletException {
        try {
            return routes.orderedStream().findFirst().orElseThrow().getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException otherMethod) {
            return true;
        } catch (Exception broken) {
            throw new ServletException(broken);
        }
    }
}
