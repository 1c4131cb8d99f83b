/** Pages of the menus. */
package org.switchboard.web.menu;
