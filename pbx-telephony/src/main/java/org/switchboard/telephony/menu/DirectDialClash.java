package org.switchboard.telephony.menu;

/**
 * A key that extensions begin with too: after it the menu has to wait whether more digits come.
 *
 * @param key        the key
 * @param extensions how many extensions begin with it, at least one
 * @param example    the lowest of their numbers
 */
public record DirectDialClash(String key, int extensions, String example) {
}
