/** What all pages share: the rooms in the navigation, the viewer's language and clock, problems shown at fields, error pages. */
package org.switchboard.web.page;
