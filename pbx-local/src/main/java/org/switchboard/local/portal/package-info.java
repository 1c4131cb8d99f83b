/**
 * The portal's process and the environment it is given.
 */
package org.switchboard.local.portal;
