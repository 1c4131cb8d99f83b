/** Wires the parts together: databases, clock, languages, and the call engine. */
package org.switchboard.web.config;
