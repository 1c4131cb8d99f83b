/** The one editor for where a call goes next: choosing a kind, searching a thing, or making one without leaving the page. */
package org.switchboard.web.destination;
