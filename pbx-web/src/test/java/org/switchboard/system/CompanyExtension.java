package org.switchboard.system;

import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A company of its own for each test class. */
final class CompanyExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Company.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String slug = context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT);
        return context.getRoot().getStore(ExtensionContext.Namespace.create(CompanyExtension.class))
                .computeIfAbsent(slug, _ -> Company.open(PortalExtension.portal(context), slug), Company.class);
    }
}
