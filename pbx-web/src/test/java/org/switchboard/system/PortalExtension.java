package org.switchboard.system;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One portal with its Asterisk and database for all system tests of a test process; ended after the last. */
final class PortalExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(PortalExtension.class);
    private static final String PORTAL = "portal";

    static Portal portal(ExtensionContext context) {
        var portal = store(context).computeIfAbsent(PORTAL, _ -> Portal.start(), Portal.class);
        if (!portal.isRunning()) {
            // A test before this one ended it and failed before it could begin it again.
            portal.begin();
        }
        return portal;
    }

    /** The portal, if a test has asked for it yet. */
    static Optional<Portal> known(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(PORTAL, Portal.class)).map(_ -> portal(context));
    }

    /** Where things are kept until the test process ends: one process runs class after class, and failed tests once more. */
    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, SPACE);
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
