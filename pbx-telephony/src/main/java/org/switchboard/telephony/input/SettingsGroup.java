package org.switchboard.telephony.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks settings that belong together within a thing's settings. A merge patch that names some of them leaves the others as
 * they are (RFC 7396, section 2), whereas any other object is replaced as a whole.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SettingsGroup {
}
