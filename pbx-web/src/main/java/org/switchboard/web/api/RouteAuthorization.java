package org.switchboard.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.switchboard.web.security.Scoped;

/**
 * Decides by the {@link AllowedTo} of the method that would answer. Where no method would, any token may go on, to be told
 * that there is no such address (404) or what this address accepts (405, 406, 415).
 */
final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final RequestMappingHandlerMapping routes;

    RouteAuthorization(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        Authentication authentication = who.get();
        if (authentication == null || !(authentication.getPrincipal() instanceof Scoped caller)) {
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(switch (handler(context.getRequest())) {
            case null -> true;
            case HandlerMethod method -> isAllowed(caller, method.getMethodAnnotation(AllowedTo.class));
            default -> false;
        });
    }

    private static boolean isAllowed(Scoped caller, AllowedTo rule) {
        return rule != null && List.of(rule.value()).contains(caller.role());
    }

    private Object handler(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain == null ? null : chain.getHandler();
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeNotSupportedException | HttpMediaTypeNotAcceptableException noMethod) {
            return null;
        } catch (Exception unexpected) {
            throw new IllegalStateException("cannot tell which route this is", unexpected);
        }
    }
}
