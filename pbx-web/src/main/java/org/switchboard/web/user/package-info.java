/** The people of a company who sign in: listed and edited by its admins, each with settings of their own. */
package org.switchboard.web.user;
