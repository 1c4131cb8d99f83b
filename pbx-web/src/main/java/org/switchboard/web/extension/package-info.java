/** Pages of the extensions: the list, a new one, one extension with its settings and devices, and one's own. */
package org.switchboard.web.extension;
