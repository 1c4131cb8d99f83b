package org.switchboard.system;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A company of its own for each run of a test class, so that a test that is run again begins as the first time. After the
 * class its companies give back what there is only one of.
 */
final class CompanyExtension implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Company.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String slug = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        return ofClass(context).getStore(ExtensionContext.Namespace.create(CompanyExtension.class))
                .computeIfAbsent(slug, _ -> Company.open(PortalExtension.portal(context), slug), Company.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        PortalExtension.known(context).ifPresent(Portal::releaseCompanies);
    }

    private static ExtensionContext ofClass(ExtensionContext context) {
        var found = context;
        while (found.getTestMethod().isPresent()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }
}
