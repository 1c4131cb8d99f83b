package org.switchboard.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away files from people who have not signed in, before anything looks for a form's fields: looking means to read all of
 * the file onto the disk.
 */
final class UploadsOfMembers extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length()) && (who == null || !who.isAuthenticated())) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
