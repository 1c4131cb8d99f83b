package org.switchboard.system;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Shell;

/** One Chromium for all system tests of a run; each test has a session of its own in it. */
final class BrowserExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var chromium = context.getRoot().getStore(SPACE).computeIfAbsent("chromium", _ -> Chromium.start(program()),
                Chromium.class);
        return context.getStore(SPACE).computeIfAbsent("session",
                _ -> new Browser(chromium.newSession(), PortalExtension.portal(context).url()), Browser.class);
    }

    private static Path program() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> Shell.find(name).stream()).findFirst()
                .orElseThrow(() -> new Refusal("Chromium is missing: install it with 'apt-get install chromium'."));
    }
}
