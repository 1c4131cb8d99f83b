package org.switchboard.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Telephones for one test, ended after it. */
final class PhonesExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Phones.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(PhonesExtension.class))
                .computeIfAbsent("phones", _ -> new Phones(PortalExtension.portal(context).folder(
                        context.getRequiredTestClass().getSimpleName() + "-" + context.getUniqueId().hashCode())),
                        Phones.class);
    }
}
