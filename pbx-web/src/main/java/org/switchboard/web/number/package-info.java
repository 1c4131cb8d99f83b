/** Pages of the numbers that the world dials, and of the callers who are let in always or never. */
package org.switchboard.web.number;
