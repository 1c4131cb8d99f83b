/** The first page: what is happening now and what needs attention, for the viewer's role. */
package org.switchboard.web.home;
