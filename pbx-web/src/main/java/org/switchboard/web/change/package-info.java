/** The record of changes: who changed what, before and after, as the database keeps it. */
package org.switchboard.web.change;
