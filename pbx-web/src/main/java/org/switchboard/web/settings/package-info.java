/** A company's settings: its name, language and clock, its API tokens, and the record of changes. */
package org.switchboard.web.settings;
