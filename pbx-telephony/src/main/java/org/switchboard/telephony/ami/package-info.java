/**
 * What the REST Interface lacks, over the Asterisk Manager Interface, through Asterisk-Java.
 *
 * <p>Knows Asterisk and nothing about phone systems; it imports no other package of this project.
 */
package org.switchboard.telephony.ami;
