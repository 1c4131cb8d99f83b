package org.switchboard.web.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests, and what they do before all, the test process's {@link Chromium}; ended after the last of them. */
public final class ChromiumExtension implements ParameterResolver {

    /** The process's Chromium, started when first asked for. */
    public static Chromium chromium(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(ChromiumExtension.class))
                .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return chromium(context);
    }
}
