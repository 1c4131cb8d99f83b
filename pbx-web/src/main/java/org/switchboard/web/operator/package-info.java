/** The operator's rooms: the hosted companies, and whether the parts of the installation work. */
package org.switchboard.web.operator;
