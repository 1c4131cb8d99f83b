/** The portal in a real browser, on a real PostgreSQL. */
package org.switchboard.web.browser;
