package org.switchboard.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.switchboard.web.browser.ChromiumExtension;

/** The test process's Chromium; each test has a session of its own in it. */
final class BrowserExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(BrowserExtension.class)).computeIfAbsent("session",
                _ -> new Browser(ChromiumExtension.chromium(context).newSession(), PortalExtension.portal(context).url()), Browser.class);
    }
}
