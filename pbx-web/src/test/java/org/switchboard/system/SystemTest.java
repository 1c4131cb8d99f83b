package org.switchboard.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole system. Its methods may ask for a {@link Portal}, a {@link Company} (one for each class),
 * {@link Phones} (new for each test) and a {@link Browser}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("system")
@Timeout(120)
@ExtendWith({PortalExtension.class, CompanyExtension.class, PhonesExtension.class, BrowserExtension.class})
@interface SystemTest {
}
