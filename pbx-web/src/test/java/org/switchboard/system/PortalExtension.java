package org.switchboard.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One portal with its Asterisk and database for all system tests of a run; ended after the last. */
final class PortalExtension implements ParameterResolver {

    static Portal portal(ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(PortalExtension.class));
        var portal = store.computeIfAbsent("portal", _ -> Portal.start(), Portal.class);
        if (!portal.isRunning()) {
            // A test before this one ended it and failed before it could begin it again.
            portal.begin();
        }
        return portal;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return portal(context);
    }
}
