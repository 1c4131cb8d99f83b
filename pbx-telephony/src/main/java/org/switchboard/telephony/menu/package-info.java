/** Menus (IVR): what callers hear, and where each key leads. */
package org.switchboard.telephony.menu;
